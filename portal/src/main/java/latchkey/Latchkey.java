package latchkey;

import latchkey.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * The portal: starts the help desk's pages, the customers' pages and the contact sync in one process.
 *
 * <p>Beans go by their full class names, because modules are free to use the same short word.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@Modulithic
public class Latchkey {

    public static void main(String[] arguments) {
        var exitCode = Commands.run(Latchkey.class, arguments);
        if (exitCode >= 0) {
            System.exit(exitCode);
        }
    }
}
