package latchkey.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Something the sandbox should do wrong; as often as asked unless {@link #times} says how often. */
public final class Fault {

    private final Map<String, Object> members = new HashMap<>();

    private Fault(String action) {
        members.put("action", action);
        members.put("kind", "graph");
    }

    /** Answers with that status and applies nothing. */
    public static Fault status(int status) {
        return new Fault("status").with("status", status);
    }

    /** Applies the request, then cuts the connection without an answer. */
    public static Fault lost() {
        return new Fault("lost");
    }

    /** Applies the request and breaks off in the middle of the answer. */
    public static Fault half() {
        return new Fault("reset");
    }

    /** Cuts the connection and applies the request later. */
    public static Fault late(Duration delay) {
        return new Fault("late").with("delayMillis", delay.toMillis());
    }

    /** Cuts the connection and applies nothing. */
    public static Fault down() {
        return new Fault("down");
    }

    /** Answers after a while. */
    public static Fault slow(Duration delay) {
        return new Fault("slow").with("delayMillis", delay.toMillis());
    }

    /** Of that kind: graph (the default), token, oidc, dataverse, webhook, mail or sms. */
    public Fault kind(String kind) {
        return with("kind", kind);
    }

    public Fault method(String method) {
        return with("method", method);
    }

    /** Only where the path matches the regular expression. */
    public Fault path(String regex) {
        return with("path", regex);
    }

    public Fault retryAfter(String value) {
        return with("retryAfter", value);
    }

    public Fault times(int count) {
        return with("count", count);
    }

    /** Hits a request with this chance, 0 to 1. */
    public Fault chance(double chance) {
        return with("chance", chance);
    }

    Map<String, Object> asMap() {
        return Map.copyOf(members);
    }

    private Fault with(String name, Object value) {
        members.put(name, value);
        return this;
    }
}
