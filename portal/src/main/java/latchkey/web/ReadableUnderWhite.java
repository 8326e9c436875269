package latchkey.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A colour on which white text can be read: contrast of at least 4.5 to 1 (WCAG 2.2 §1.4.3). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReadableUnderWhite.Check.class)
@interface ReadableUnderWhite {

    /** What to say otherwise. */
    String message() default "must be a colour like #1f5f8b, dark enough for white text (contrast of 4.5 to 1 or more)";

    /** As the standard asks. */
    Class<?>[] groups() default {};

    /** As the standard asks. */
    Class<? extends Payload>[] payload() default {};

    /** Computes the contrast. */
    final class Check implements ConstraintValidator<ReadableUnderWhite, String> {

        private static final double ENOUGH = 4.5;

        @Override
        public boolean isValid(@Nullable String colour, ConstraintValidatorContext context) {
            return colour == null || (colour.matches("#[0-9a-fA-F]{6}") && Contrast.withWhite(colour) >= ENOUGH);
        }
    }
}
