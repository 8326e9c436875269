package sandbox.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What is done to a request on purpose. */
public enum Action {
    /** Not applied; answered with a status of choice. */
    STATUS,
    /** Applied and answered, but later. */
    SLOW,
    /** Applied; the connection is cut without an answer. */
    LOST,
    /** Applied; the answer breaks off in its middle. */
    RESET,
    /** Not applied; the connection is cut without an answer. */
    DOWN,
    /** The connection is cut without an answer; applied after the delay. */
    LATE;

    /**
     * The action with this lower-case name.
     *
     * @throws IllegalArgumentException naming the actions there are
     */
    @JsonCreator
    public static Action named(String name) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No action is called '" + name + "'; there are status, slow, lost, reset, down and late"));
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
