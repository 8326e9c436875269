package benchmarks;

import benchmarks.ground.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Portal and sandbox as this build packed them, unpacked, because that starts about twice as fast. */
public final class Products {

    private Products() {}

    /** Never those of an earlier build: what is tested is what was just built. */
    public static Path unpacked(Path target) {
        var products = target.resolve("products");
        for (var name : new String[] {"portal", "sandbox"}) {
            var jar = Ground.root().resolve(name).resolve("target").resolve(name + ".jar");
            unpack(jar, products.resolve(name));
        }
        return products;
    }

    private static void unpack(Path jar, Path into) {
        try {
            Ground.emptied(into);
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var unpacking = new ProcessBuilder(
                            java,
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            into.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(into.resolve("unpacking.log").toFile())
                    .start();
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException(jar + " could not be unpacked, see " + into.resolve("unpacking.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
