package latchkey.sync;

import java.time.Duration;
import java.util.UUID;
import latchkey.sync.dataverse.Contact;
import org.jspecify.annotations.Nullable;

/** How an attempt to bring one contact into step ended. */
sealed interface Verdict {

    /**
     * The customer has what the contact says.
     *
     * @param wrote whether that took a write
     */
    record InStep(Contact contact, UUID customer, boolean wrote) implements Verdict {}

    /** The contact feeds no customer. */
    record NotLinked(Reason reason) implements Verdict {}

    /** It did not work and may work later, at once or after the time the other side asks for. */
    record Later(Trouble trouble, Duration notBefore, boolean counts) implements Verdict {}

    /** A write was sent whose answer is missing. */
    record Unknown(Trouble trouble, UUID customer) implements Verdict {}

    /** It will not work until somebody changes something. */
    record Hopeless(Trouble trouble) implements Verdict {}

    /** The lease is about to end: whoever takes the contact next decides. */
    record Abandoned() implements Verdict {}

    /** What went wrong, in the words of whoever refused. */
    record Trouble(
            Reason reason, @Nullable String words, @Nullable String requestId) {}
}
