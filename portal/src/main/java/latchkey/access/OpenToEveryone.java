package latchkey.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens a page or an endpoint to those who have not signed in; each is listed by name in a test. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToEveryone {

    /** What protects it instead, or why nothing has to. */
    String because();

    /** Whether it stands on the customers' port as well. */
    boolean onBothPorts() default false;
}
