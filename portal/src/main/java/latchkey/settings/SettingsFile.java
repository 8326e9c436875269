package latchkey.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The one settings file: read with its line numbers, handed to the application and checked before anything starts. */
public final class SettingsFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Path path;

    private final List<PropertySource<?>> documents;

    private SettingsFile(Path path, List<PropertySource<?>> documents) {
        this.path = path;
        this.documents = documents;
    }

    /**
     * Reads a settings file; its keys are checked when it is bound.
     *
     * @throws CannotStart when there is no such file or it is not YAML
     */
    public static SettingsFile read(Path path) {
        return read(path, System::getenv);
    }

    static SettingsFile read(Path path, UnaryOperator<@Nullable String> environment) {
        if (!Files.isReadable(path)) {
            throw new CannotStart(
                    ExitCode.USAGE,
                    path + " cannot be read; name the settings with --settings FILE, and check its rights");
        }
        var placeholders = new Placeholders(environment);
        return new SettingsFile(
                path,
                documentsOf(path).stream()
                        .<PropertySource<?>>map(placeholders::filledIn)
                        .toList());
    }

    /** Settings that say nothing, for a part whose defaults do. */
    public static SettingsFile none() {
        return new SettingsFile(Path.of("settings"), List.of());
    }

    /** Puts the file above the product's own defaults, and has every key of it checked. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        documents.forEach(sources::addLast);
        hideReferredVariables(sources);
        context.addBeanFactoryPostProcessor(new SettingsInspection(this));
    }

    /**
     * The settings of one part alone, for commands that start nothing else.
     *
     * @throws CannotStart listing every mistake in that part
     */
    public <T> T bind(Class<T> settings) {
        return new SettingsCheck(path, documents, System::getenv).bindOrRefuse(settings);
    }

    Path path() {
        return path;
    }

    List<PropertySource<?>> documents() {
        return documents;
    }

    /** Spring would read {@code LATCHKEY_MAIL_SECRET} as the key latchkey.mail.secret; here it is only what a key refers to. */
    private static void hideReferredVariables(MutablePropertySources sources) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var visible = new HashMap<String, Object>(System.getenv());
        visible.keySet().removeIf(variable -> variable.toUpperCase(Locale.ROOT).startsWith("LATCHKEY_"));
        sources.replace(name, new SystemEnvironmentPropertySource(name, visible));
    }

    private static List<PropertySource<?>> documentsOf(Path path) {
        try {
            return new YamlPropertySourceLoader().load(path.toString(), new FileSystemResource(path));
        } catch (MarkedYAMLException e) {
            throw new CannotStart(ExitCode.USAGE, notYaml(path, e).toString(), e);
        } catch (IOException | RuntimeException e) {
            throw new CannotStart(ExitCode.USAGE, path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Mistake notYaml(Path path, MarkedYAMLException e) {
        var mark = e.getProblemMark();
        return new Mistake(
                path.toString(),
                mark == null ? 1 : mark.getLine() + 1,
                null,
                "this is not YAML: %s; check the indentation, colons and quotes around it".formatted(e.getProblem()));
    }
}
