package sandbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The stand-in for Microsoft's services, on one port of this machine. */
@SpringBootApplication
public class Sandbox {

    public static void main(String[] arguments) {
        SpringApplication.run(Sandbox.class, arguments);
    }
}
