package latchkey.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's own programs, unpacked once by the machine's {@code tar}: the embedding library's way, in Java, takes three
 * times as long and reads the whole archive at every start to name its folder. Where {@code tar} cannot do it, the
 * library does.
 */
final class PostgresPrograms implements PgBinaryResolver {

    private final Path binaries;

    /** @param binaries the folder that the library keeps unpacked programs in */
    PostgresPrograms(Path binaries) {
        this.binaries = binaries;
    }

    /**
     * The archive itself, or a few bytes in its place: the library names a folder after what it is given, and unpacks
     * nothing when it finds that folder complete.
     */
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        var archive = archive(system, machineHardware);
        if (archive != null) {
            var entry = archive.getJarEntry();
            var stamp =
                    (entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc()).getBytes(StandardCharsets.UTF_8);
            if (isUnpacked(archive, binaries.resolve("PG-" + DigestUtils.md5DigestAsHex(stamp)))) {
                return new ByteArrayInputStream(stamp);
            }
        }
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }

    private static @Nullable JarURLConnection archive(String system, String machineHardware) throws IOException {
        var name = "postgres-%s-%s.txz"
                .formatted(system, ArchUtils.normalize(machineHardware))
                .toLowerCase(Locale.ROOT);
        var resource = DefaultPostgresBinaryResolver.class.getResource("/" + name);
        return resource != null && resource.openConnection() instanceof JarURLConnection inJar ? inJar : null;
    }

    private boolean isUnpacked(JarURLConnection archive, Path folder) throws IOException {
        if (Files.exists(folder.resolve(".exists"))) {
            return true;
        }
        Files.createDirectories(binaries);
        var draft = Files.createTempDirectory(binaries, "unpacking-");
        try {
            unpack(archive, draft);
            Files.createFile(draft.resolve(".exists"));
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException noTarOrNoXzOrAnotherProcessWasFirst) {
            FileSystemUtils.deleteRecursively(draft);
            return Files.exists(folder.resolve(".exists"));
        }
    }

    private static void unpack(JarURLConnection archive, Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-xJf", "-", "-C", folder.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try (var packed = archive.getInputStream();
                var toTar = tar.getOutputStream()) {
            packed.transferTo(toTar);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar ended with " + tar.exitValue());
            }
        } catch (InterruptedException e) {
            tar.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking PostgreSQL", e);
        }
    }
}
