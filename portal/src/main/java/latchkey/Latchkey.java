package latchkey;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The portal: starts the help desk's pages, the customers' pages and the contact sync in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic
public class Latchkey {

    public static void main(String[] arguments) {
        SpringApplication.run(Latchkey.class, arguments);
    }
}
