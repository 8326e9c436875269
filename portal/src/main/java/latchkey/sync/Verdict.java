package latchkey.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.sync.dataverse.Contact;
import org.jspecify.annotations.Nullable;

/** How an attempt to bring one contact into step ended. */
sealed interface Verdict {

    /**
     * The customer has what the contact says.
     *
     * @param wrote whether that took a write
     * @param news what of it was new
     */
    record InStep(Contact contact, UUID customer, boolean wrote, List<Change> news) implements Verdict {

        static InStep already(Contact contact, UUID customer) {
            return new InStep(contact, customer, false, List.of());
        }
    }

    /**
     * The customer differs, and the sync only watches.
     *
     * @param differences which attributes differ and how
     */
    record Watched(Contact contact, UUID customer, Map<String, String> differences) implements Verdict {}

    /** A guard wants a person to look first. */
    record Held(Contact contact, UUID customer, Guards.Hold hold, Map<String, String> differences, List<Change> news)
            implements Verdict {}

    /** A person has said that this version is not to be written. */
    record Rejected(Contact contact, UUID customer) implements Verdict {}

    /** Nothing was begun, because this node is stopping or the directory's sync was: whoever comes next does it. */
    record GivenBack() implements Verdict {}

    /** The contact feeds no customer. */
    record NotLinked(Reason reason) implements Verdict {}

    /** It did not work and may work later, at once or after the time the other side asks for. */
    record Later(Trouble trouble, Duration notBefore, boolean counts) implements Verdict {}

    /**
     * A write was sent whose answer is missing.
     *
     * @param version of the contact that was sent
     * @param news what of it was new
     */
    record Unknown(Trouble trouble, UUID customer, long version, List<Change> news) implements Verdict {}

    /** It will not work until somebody changes something. */
    record Hopeless(Trouble trouble) implements Verdict {}

    /** The lease is about to end: whoever takes the contact next decides. */
    record Abandoned() implements Verdict {}

    /** What went wrong, in the words of whoever refused. */
    record Trouble(
            Reason reason, @Nullable String words, @Nullable String requestId) {}
}
