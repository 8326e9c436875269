package latchkey.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture file that browsers show and that is small enough to serve from memory. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BrandPicture.Check.class)
@interface BrandPicture {

    /** What to say otherwise. */
    String message() default "must be a readable .svg, .png, .webp or .jpg file of at most 256 KB";

    /** As the standard asks. */
    Class<?>[] groups() default {};

    /** As the standard asks. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the file. */
    final class Check implements ConstraintValidator<BrandPicture, Path> {

        private static final long LIMIT = 256L * 1024;

        @Override
        public boolean isValid(@Nullable Path file, ConstraintValidatorContext context) {
            return file == null || (Brand.pictureType(file) != null && isSmall(file));
        }

        private static boolean isSmall(Path file) {
            try {
                return Files.isReadable(file) && Files.size(file) <= LIMIT;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
