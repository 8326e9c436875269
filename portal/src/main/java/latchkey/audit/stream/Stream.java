package latchkey.audit.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the trail on: in order, every entry at least once, from where each receiver is. */
final class Stream {

    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

    private static final int AT_ONCE = 500;

    /** Longer than any receiver may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final StreamRows rows;
    private final List<Receiver> receivers;

    Stream(StreamRows rows, List<Receiver> receivers) {
        this.rows = rows;
        this.receivers = receivers;
    }

    /** Until each receiver has all there is or does not take more. */
    void run() {
        for (var receiver : receivers) {
            var more = true;
            while (more) {
                more = turn(receiver);
            }
        }
    }

    private boolean turn(Receiver receiver) {
        var turn = rows.take(receiver.name(), LEASE);
        return turn.isPresent() && deliver(receiver, turn.get());
    }

    private boolean deliver(Receiver receiver, StreamRows.Turn turn) {
        var lines = rows.next(turn, AT_ONCE);
        try {
            if (!lines.isEmpty()) {
                receiver.take(lines);
            }
            rows.delivered(
                    turn, lines.isEmpty() ? turn.delivered() : lines.getLast().sequence());
            return lines.size() == AT_ONCE;
        } catch (IOException e) {
            LOG.warn(
                    "The trail's {} takes no entries after number {}: {}; check latchkey.audit.stream",
                    receiver.name(),
                    turn.delivered(),
                    e.toString());
            rows.failed(turn, e.getClass().getSimpleName() + ": " + e.getMessage());
            return false;
        }
    }
}
