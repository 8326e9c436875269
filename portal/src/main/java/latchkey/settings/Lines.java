package latchkey.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Where in the file a key stands. */
final class Lines {

    private final Path path;

    private final List<ConfigurationPropertySource> sources;

    Lines(Path path, List<ConfigurationPropertySource> sources) {
        this.path = path;
        this.sources = sources;
    }

    Mistake mistake(ConfigurationPropertyName name, String text) {
        return new Mistake(path.toString(), lineOf(name), name.toString(), text);
    }

    /** The line of the key; of a missing one, the first line beside it or above it that is in the file. */
    private int lineOf(ConfigurationPropertyName name) {
        return Stream.iterate(name, ancestor -> !ancestor.isEmpty(), ConfigurationPropertyName::getParent)
                .flatMapToInt(ancestor -> linesUnder(ancestor).min().stream())
                .findFirst()
                .orElse(1);
    }

    private IntStream linesUnder(ConfigurationPropertyName name) {
        return sources.stream()
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> propertiesUnder((IterableConfigurationPropertySource) source, name))
                .mapToInt(property -> line(property.getOrigin()));
    }

    private static Stream<ConfigurationProperty> propertiesUnder(
            IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source.stream()
                .filter(candidate -> name.equals(candidate) || name.isAncestorOf(candidate))
                .map(source::getConfigurationProperty)
                .filter(Objects::nonNull);
    }

    private static int line(@Nullable Origin origin) {
        if (origin instanceof PropertySourceOrigin wrapped) {
            return line(wrapped.getOrigin());
        }
        var place = origin instanceof TextResourceOrigin known ? known.getLocation() : null;
        return place == null ? 1 : place.getLine() + 1;
    }
}
