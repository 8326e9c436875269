package latchkey.helpdesk.action;

import java.util.Map;
import java.util.UUID;
import latchkey.api.Problem;

/** How an action ended; a fault of the directory or the trail is an exception instead. */
public sealed interface Result {

    /** It happened. {@code entry} is the id in the trail. */
    record Done(UUID entry) implements Result {}

    /** The directory accepted it and may take minutes to show it. */
    record Accepted(UUID entry) implements Result {}

    /** The answer was lost: it may have happened, may still happen, or not at all. */
    record Unknown(UUID entry) implements Result {}

    /** It was refused, and nothing was written. */
    record Refused(Problem problem, Map<String, Object> members) implements Result {
        public Refused {
            members = Map.copyOf(members);
        }
    }
}
