package latchkey.audit;

import java.nio.file.Path;

/** Checks an export with the public key alone. Prints how many entries were found sound, and the seconds. */
public final class OfflineProbe {

    private OfflineProbe() {}

    public static void main(String[] arguments) {
        var begun = System.nanoTime();
        var verdict = ExportCheck.run(Path.of(arguments[0]), Path.of(arguments[1]));
        if (!(verdict instanceof Verdict.SoundExport sound)) {
            throw new IllegalStateException(verdict.toString());
        }
        System.out.println(sound.last());
        System.out.println((System.nanoTime() - begun) / 1e9);
    }
}
