package latchkey.helpdesk.credentials;

import java.util.Set;

/** How choosing a password ended. */
public sealed interface Choice {

    /** The customer has the new password. */
    record Chosen() implements Choice {}

    /** Another one is needed; the link still works. */
    record TooWeak(Set<Weakness> why) implements Choice {
        public TooWeak {
            why = Set.copyOf(why);
        }
    }

    /** The link is unknown, over, used or tried too often: which of them is not said. */
    record NoLongerWorks() implements Choice {}

    /** The directory did not answer; the link still works. */
    record TryAgain() implements Choice {}
}
