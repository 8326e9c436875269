package sandbox.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the step that posts changed contacts is registered, and how well its posts arrive.
 *
 * @param auth {@code HttpHeader}, {@code WebhookKey} (always {@code ?code=}) or {@code HttpQueryString}
 * @param keys further headers or query parameters beside the first
 * @param messages which of {@code Create}, {@code Update} and {@code Delete} have a step
 * @param synchronous whether it runs within the transaction, which fails with it
 * @param shuffleMillis every post waits a random time up to this one, and so they overtake each other
 * @param duplicates how likely a post that was taken is made once more, between 0 and 1
 */
public record Webhook(
        String auth,
        Map<String, String> keys,
        List<String> messages,
        boolean synchronous,
        long shuffleMillis,
        double duplicates) {

    public static final String HEADER = "HttpHeader";
    public static final String KEY = "WebhookKey";
    public static final String QUERY = "HttpQueryString";

    /** As it is out of the box. */
    public static final Webhook USUAL =
            new Webhook(HEADER, Map.of(), List.of("Create", "Update", "Delete"), false, 0, 0);

    private static final Set<String> MESSAGES = Set.of("Create", "Update", "Delete");
    private static final long LONGEST_SHUFFLE_MILLIS = 3_600_000;

    public Webhook {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    Webhook demandSensible() {
        if (auth == null || !Set.of(HEADER, KEY, QUERY).contains(auth)) {
            throw new IllegalArgumentException("webhook.auth must be HttpHeader, WebhookKey or HttpQueryString");
        }
        if (!MESSAGES.containsAll(messages)) {
            throw new IllegalArgumentException("webhook.messages may name " + MESSAGES);
        }
        if (shuffleMillis < 0 || shuffleMillis > LONGEST_SHUFFLE_MILLIS || duplicates < 0 || duplicates > 1) {
            throw new IllegalArgumentException(
                    "webhook.shuffleMillis is at most an hour, webhook.duplicates between 0 and 1");
        }
        return this;
    }

    /** Never prints the keys. */
    @Override
    public String toString() {
        return "Webhook[auth=%s, messages=%s, synchronous=%s]".formatted(auth, messages, synchronous);
    }
}
