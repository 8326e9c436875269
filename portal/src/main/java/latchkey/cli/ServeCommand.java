package latchkey.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the portal and stays. */
@Command(
        name = "serve",
        description = "Starts the portal against the directories that the settings name.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** The process lives on after the command has returned. */
    static final int SERVING = -1;

    private final Class<?> application;

    @Option(
            names = "--settings",
            required = true,
            paramLabel = "FILE",
            description = "the settings, see docs/settings.yaml")
    private Path settings;

    @Option(names = "--port", description = "where the portal listens; 8080 unless the settings say otherwise")
    private @Nullable Integer port;

    @Option(
            names = "--front-port",
            description = "where the customers' pages listen; 8081 unless the settings say otherwise")
    private @Nullable Integer frontPort;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        var spring = new SpringApplication(application);
        spring.addInitializers(SettingsFile.read(settings), overrides());
        try {
            spring.run();
            return SERVING;
        } catch (SpringApplication.AbandonedRunException e) {
            return ExitCode.OK.code();
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    private ApplicationContextInitializer<ConfigurableApplicationContext> overrides() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (port != null) {
            values.put("server.port", port);
        }
        if (frontPort != null) {
            values.put("latchkey.front.port", frontPort);
        }
        return context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command line", values));
    }

    /** A reason that a person can act on may lie under the container's own words for it. */
    static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof PortInUseException taken) {
                return new CannotStart(
                        ExitCode.PORT_TAKEN,
                        "Port %d is taken by another program; stop it, or choose another with --port or --front-port."
                                .formatted(taken.getPort()));
            }
        }
        return failure;
    }
}
