package latchkey.directory.graph;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** The gates of one client: what the directory refuses of one kind of call must not stop the others. */
final class Gates {

    private final Gate all = new Gate();

    // Methods have a budget of their own (5 calls in 10 seconds): running out of it must not stop the fast calls.
    private final Gate slow = new Gate();

    // Nor must agents be unable to look because too much was written (facts §12, x-ms-throttle-scope).
    private final Gate writes = new Gate();

    /** Waits until every gate on the call's way is open. */
    void pass(GraphCall call, Deadline deadline) {
        all.pass(deadline);
        if (call.slow()) {
            slow.pass(deadline);
        } else if (isWrite(call)) {
            writes.pass(deadline);
        }
    }

    /** The gate that stops calls like this one. */
    Gate of(GraphCall call) {
        return call.slow() ? slow : all;
    }

    /** The gate that a refusal closes: for writes alone where the directory says that it means them alone. */
    Gate meant(GraphCall call, @Nullable String scope) {
        var writesAlone = isWrite(call) && scope != null && scope.contains("/Write/");
        return writesAlone && !call.slow() ? writes : of(call);
    }

    private static boolean isWrite(GraphCall call) {
        return !call.method().equals(HttpMethod.GET);
    }
}
