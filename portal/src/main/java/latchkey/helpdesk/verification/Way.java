package latchkey.helpdesk.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to prove who is calling, as one customer can go it.
 *
 * @param method its name
 * @param choices where a code can go; empty when it is not possible
 * @param whyNot why it is not, the last part of {@code verification.why-not.<why>}; null when it is
 * @param more whether a slow question to the directory may tell further places
 * @param gone whether the caller has proved themselves in this way already, so that it adds nothing
 */
public record Way(
        String method,
        List<AddressChoice> choices,
        @Nullable String whyNot,
        boolean more,
        boolean gone) {

    public Way {
        choices = List.copyOf(choices);
    }

    /** Whether its places are e-mail addresses, to which links can go too. */
    public boolean isByMail() {
        return method.equals(EmailedCode.ID);
    }

    /** Whether its places are rung by the agent. */
    public boolean isByCall() {
        return method.equals(CallBack.ID);
    }

    /** Whether a code can go somewhere now. */
    public boolean isOpen() {
        return !gone && choices.stream().anyMatch(choice -> choice.waitsUntil() == null);
    }
}
