package latchkey.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Places at which a test can make the process die as if its power had gone; inert unless it names one. */
enum CrashPoint {
    HINT_COMMITTED_NOT_ANSWERED,
    CLAIMED,
    CONTACT_READ,
    BEFORE_ANNOUNCE,
    AFTER_ANNOUNCE_BEFORE_PATCH,
    AFTER_PATCH_BEFORE_RECORD,
    AFTER_RECORD_BEFORE_COMMIT,
    AFTER_COMMIT,
    PARKED_NOT_TOLD;

    private static final String ARMED = System.getProperty("latchkey.crash-point", "");
    private static final @Nullable String WHEN = System.getProperty("latchkey.crash-when");
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.getInteger("latchkey.crash-after", 1));

    /** Dies here when this point is armed and was passed often enough; with a file named, only since that exists. */
    void hit() {
        if (name().equals(ARMED) && isTime() && LEFT.decrementAndGet() <= 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static boolean isTime() {
        return WHEN == null || Files.exists(Path.of(WHEN));
    }
}
