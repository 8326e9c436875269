package latchkey.helpdesk.verification;

import java.time.Instant;

/** A code for a customer to read to an agent; never printed. */
public record ShownCode(String digits, Instant until) {

    @Override
    public String toString() {
        return "(code)";
    }
}
