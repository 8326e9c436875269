package latchkey.helpdesk.action;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import latchkey.directory.DirectoryFailure;
import org.springframework.stereotype.Component;

/** Looks whether a write whose answer was lost has happened after all; gives up after a bounded time. */
@Component
class ReadBack {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final ActionSettings settings;

    ReadBack(ActionSettings settings) {
        this.settings = settings;
    }

    /** True when the directory shows what was written; false says nothing, for reads lag behind writes (facts §11). */
    boolean shows(Attempt<?> attempt) {
        long deadline = System.nanoTime() + settings.readBackFor().toNanos();
        do {
            if (isShown(attempt)) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < deadline);
        return false;
    }

    private static boolean isShown(Attempt<?> attempt) {
        var expected = attempt.plan().expected();
        try {
            return !expected.isEmpty()
                    && attempt.directory().customers().byId(attempt.customer().id()).stream()
                            .anyMatch(now -> expected.stream().allMatch(part -> part.isShownBy(now)));
        } catch (DirectoryFailure stillAway) {
            return false;
        }
    }
}
