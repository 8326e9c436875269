package sandbox.mail;

import java.time.Instant;
import java.util.List;

/** A mail that arrived: who sent it to whom, what it says, and the links in it. */
public record Mail(
        long seq,
        Instant at,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<String> links) {

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }
}
