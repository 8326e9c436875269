package latchkey.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the requirements of OWASP ASVS 5.0 that a test, or every test of a class, shows to be met; {@code docs/asvs.md} lists them. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Asvs {

    /** Numbers of requirements, such as {@code 3.5.1}. */
    String[] value();
}
