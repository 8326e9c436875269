package latchkey.directory;

import java.time.Instant;
import java.util.List;

/**
 * An application beside Latchkey that writes to customers.
 *
 * @param name as the directory's log names it: the application's name, or else an id
 * @param changes how many of its changes the log tells of
 * @param last when the latest of them was, by the directory's clock
 * @param properties what it changed, in the log's words
 */
public record OtherWriter(String name, long changes, Instant last, List<String> properties) {

    public OtherWriter {
        properties = List.copyOf(properties);
    }
}
