package sandbox;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The stand-in for Microsoft's services, on one port of this machine. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sandbox {

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts a sandbox inside this process; close the answer to stop it. */
    public static RunningSandbox start(String... arguments) {
        var application = new SpringApplication(Sandbox.class);
        // An own name for its settings file, so that an application.yml on the path is never read by mistake.
        application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
        return new RunningSandbox(application.run(arguments));
    }
}
