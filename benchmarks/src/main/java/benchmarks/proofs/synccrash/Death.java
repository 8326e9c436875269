package benchmarks.proofs.synccrash;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** How the portal dies in a round. */
sealed interface Death {

    /** Halts itself at a place in its code that has a name, at the so-many-th passage. */
    record AtPoint(String point, int passage) implements Death {}

    /** SIGKILL a moment after the so-many-th edit. */
    record Killed(int afterEdits, int millisLater) implements Death {}

    /** As that, and its database server with it. */
    record KilledWithDatabase(int afterEdits, int millisLater) implements Death {}

    /** The deaths come in turn, so that few rounds see many of them; when exactly is drawn. */
    static Death of(int round, Random random, int edits) {
        return switch (round % 12) {
            case 0 -> new AtPoint("AFTER_PATCH_BEFORE_RECORD", 1 + random.nextInt(20));
            case 1 -> killed(random, edits);
            case 2 -> new AtPoint("HINT_COMMITTED_NOT_ANSWERED", 1 + random.nextInt(edits / 3));
            case 3 -> withDatabase(random, edits);
            case 4 -> new AtPoint("AFTER_ANNOUNCE_BEFORE_PATCH", 1 + random.nextInt(20));
            case 5 -> new AtPoint("AFTER_RECORD_BEFORE_COMMIT", 1 + random.nextInt(20));
            case 6 -> new AtPoint("PARKED_NOT_TOLD", 1);
            case 7 -> new AtPoint("CLAIMED", 1 + random.nextInt(8));
            case 8 -> killed(random, edits);
            case 9 -> new AtPoint("CONTACT_READ", 1 + random.nextInt(8));
            case 10 -> new AtPoint("BEFORE_ANNOUNCE", 1 + random.nextInt(20));
            default -> new AtPoint("AFTER_COMMIT", 1 + random.nextInt(20));
        };
    }

    /** What the portal must be started with to die so; it lives on until the file exists. */
    default List<String> flags(Path trigger) {
        return this instanceof AtPoint at
                ? List.of(
                        "-Dlatchkey.crash-point=" + at.point(),
                        "-Dlatchkey.crash-after=" + at.passage(),
                        "-Dlatchkey.crash-when=" + trigger)
                : List.of();
    }

    default String title() {
        return switch (this) {
            case AtPoint at -> at.point();
            case Killed killed -> "kill -9 at a random moment";
            case KilledWithDatabase killed -> "kill -9 of portal and database at a random moment";
        };
    }

    private static Death killed(Random random, int edits) {
        return new Killed(random.nextInt(edits / 10, edits * 7 / 10), random.nextInt(300));
    }

    private static Death withDatabase(Random random, int edits) {
        return new KilledWithDatabase(random.nextInt(edits / 10, edits * 7 / 10), random.nextInt(300));
    }
}
