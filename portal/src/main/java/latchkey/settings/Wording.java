package latchkey.settings;

import jakarta.validation.ConstraintViolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ClassUtils;

/** Says what is wrong with a value, and what to write instead. */
final class Wording {

    private Wording() {}

    static String of(ConfigurationPropertyName name, Bindable<?> target, @Nullable Object value, Exception error) {
        var type = ClassUtils.resolvePrimitiveIfNecessary(
                Objects.requireNonNull(target.getType().resolve(Object.class)));
        if (value == null || type == Secret.class) {
            return "%s: %s".formatted(name, reason(error));
        }
        return "%s: '%s' %s".formatted(name, value, expected(type, error));
    }

    static String of(ConfigurationPropertyName name, ConstraintViolation<?> violation) {
        if (violation.getInvalidValue() == null) {
            return "%s is missing; add it".formatted(name);
        }
        return "%s %s; change it".formatted(name, violation.getMessage());
    }

    private static String expected(Class<?> type, Exception error) {
        if (type == Integer.class || type == Long.class) {
            return "is not a whole number; write digits only";
        }
        if (type == Boolean.class) {
            return "is neither true nor false; write one of them";
        }
        if (type == Duration.class) {
            return "is not a length of time; write a number and a unit, such as 30s, 15m or 8h";
        }
        if (type == Path.class) {
            return "is not a path; write the name of a file or folder";
        }
        return type.isEnum() ? "is not known; write one of " + constants(type) : "does not fit: " + reason(error);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** Settings refuse values with this exception and say what to do; what lies below it says only what happened. */
    private static Optional<Throwable> saidByUs(Throwable error) {
        return Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst();
    }

    private static String reason(Exception error) {
        var cause = saidByUs(error).orElseGet(() -> NestedExceptionUtils.getMostSpecificCause(error));
        if (cause instanceof NullPointerException) {
            return "a value is missing; see the commented example of the settings";
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
