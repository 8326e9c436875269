package benchmarks.proofs;

import benchmarks.ground.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;

/** The pages in which proofs tell their result. */
public final class Pages {

    private Pages() {}

    /** Writes it to {@code docs/proof/NAME.md} and prints it. */
    public static void publish(String name, String page) {
        var file = Ground.root().resolve("docs/proof").resolve(name + ".md");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(page);
    }
}
