package latchkey.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.PropertySource;

/** Binds settings from the file alone and says everything that is wrong with it at once. */
final class SettingsCheck {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("latchkey");

    private final List<ConfigurationPropertySource> sources;

    private final Lines lines;

    private final MistakeCollector mistakes;

    private final Binder binder;

    SettingsCheck(Path path, List<PropertySource<?>> documents, UnaryOperator<@Nullable String> environment) {
        this.sources = documents.stream()
                .map(document -> Objects.requireNonNull(ConfigurationPropertySource.from(document)))
                .toList();
        this.lines = new Lines(path, sources);
        this.mistakes = new MistakeCollector(lines);
        this.binder = new Binder(sources, null, conversions(environment), null, mistakes);
    }

    /** Every mistake, in the order of the file. */
    List<Mistake> mistakesAgainst(Collection<Class<?>> settings) {
        settings.forEach(this::bind);
        return Stream.concat(mistakes.found().stream(), unknownKeys()).sorted().toList();
    }

    void refuseMistakes(Collection<Class<?>> settings) {
        refuse(mistakesAgainst(settings));
    }

    <T> T bindOrRefuse(Class<T> settings) {
        var bound = bind(settings);
        refuse(mistakes.found());
        return Objects.requireNonNull(bound);
    }

    private <T> @Nullable T bind(Class<T> settings) {
        return binder.bindOrCreate(prefixOf(settings), Bindable.of(settings), mistakes);
    }

    private Stream<Mistake> unknownKeys() {
        return names().filter(name -> !mistakes.knows(name)).map(this::unknownKey);
    }

    private Mistake unknownKey(ConfigurationPropertyName name) {
        if (!ROOT.isAncestorOf(name)) {
            return lines.mistake(name, "unknown key %s; every key stands under latchkey:".formatted(name));
        }
        var stranger = mistakes.nearestStranger(name);
        return lines.mistake(name, "unknown key %s; known here: %s".formatted(stranger, mistakes.siblingsOf(stranger)));
    }

    private Stream<ConfigurationPropertyName> names() {
        return sources.stream()
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
    }

    private static void refuse(List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new CannotStart(
                    ExitCode.USAGE,
                    mistakes.stream().map(Mistake::toString).distinct().collect(Collectors.joining("\n")));
        }
    }

    private static ConfigurationPropertyName prefixOf(Class<?> settings) {
        var annotation = AnnotatedElementUtils.findMergedAnnotation(settings, ConfigurationProperties.class);
        return ConfigurationPropertyName.of(Objects.requireNonNull(annotation).prefix());
    }

    private static ApplicationConversionService conversions(UnaryOperator<@Nullable String> environment) {
        var conversions = new ApplicationConversionService();
        conversions.addConverter(new SecretConverter(environment));
        return conversions;
    }
}
