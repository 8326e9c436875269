package latchkey.sync;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.directory.DirectoryId;
import latchkey.sync.Claimed.Word;
import org.springframework.stereotype.Component;

/** A person's word about contacts that guards hold; each is kept in the trail. */
@Component
class Decide {

    private final HeldRows rows;
    private final NotedChanges changes;
    private final Bell bell;
    private final Clock clock;

    Decide(HeldRows rows, NotedChanges changes, Bell bell, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.bell = bell;
        this.clock = clock;
    }

    /** A contact of a directory. */
    record Which(DirectoryId directory, UUID contact) {

        /** As forms name it: directory, slash, contact. */
        static Which of(String text) {
            var slash = text.indexOf('/');
            try {
                return new Which(new DirectoryId(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new ProblemException(Problem.SYNC_ROW_NOT_FOUND);
            }
        }
    }

    /** Writes them as they were when they were held; a newer version is judged anew. */
    int release(Agent agent, List<Which> held) {
        var released = decide(agent, held, Word.RELEASED, "release-contact");
        bell.ring();
        return released;
    }

    /** Leaves them alone until they change. */
    int reject(Agent agent, List<Which> held) {
        return decide(agent, held, Word.REJECTED, "reject-contact");
    }

    /** Tells {@link Problem#SYNC_ROW_NOT_HELD} when none of them is held any more. */
    private int decide(Agent agent, List<Which> held, Word word, String action) {
        var decided = (int) held.stream()
                .distinct()
                .filter(which -> decided(agent, which, word, action))
                .count();
        if (decided == 0) {
            throw new ProblemException(Problem.SYNC_ROW_NOT_HELD);
        }
        return decided;
    }

    private boolean decided(Agent agent, Which which, Word word, String action) {
        var facts = Map.of(
                "directory",
                which.directory().value(),
                "contact",
                which.contact().toString());
        return changes.change(
                new Announcement(agent.actor(), action, null, null, null, null, facts, Map.of()),
                () -> rows.decide(which.directory(), which.contact(), word, clock.instant()));
    }
}
