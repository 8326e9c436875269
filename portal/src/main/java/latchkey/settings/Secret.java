package latchkey.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A secret that never prints; settings name where it is kept, {@code env:NAME} or {@code file:PATH}, not what it is. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A secret already at hand, for values made at run time. */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /**
     * Reads the secret that a reference points to.
     *
     * @throws IllegalArgumentException when the reference is a plain value, or what it points to is missing or empty
     */
    static Secret referredToBy(String reference, UnaryOperator<@Nullable String> environment) {
        if (reference.startsWith("env:")) {
            return fromEnvironment(reference.substring("env:".length()), environment);
        }
        if (reference.startsWith("file:")) {
            return fromFile(Path.of(reference.substring("file:".length())));
        }
        throw new IllegalArgumentException(
                "a secret is not written into the settings: write env:NAME or file:PATH and keep the value there");
    }

    /** The secret itself: hand it on, keep it nowhere. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }

    private static Secret fromEnvironment(String name, UnaryOperator<@Nullable String> environment) {
        var value = environment.apply(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "the environment has no value for %s; set it before the start".formatted(name));
        }
        return new Secret(value);
    }

    private static Secret fromFile(Path path) {
        try {
            var value = Files.readString(path).strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("the file %s is empty; write the secret into it".formatted(path));
            }
            return new Secret(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file %s cannot be read; check that it is there, and its rights".formatted(path), e);
        }
    }
}
