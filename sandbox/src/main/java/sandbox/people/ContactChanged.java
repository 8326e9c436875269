package sandbox.people;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact was created, changed or deleted, or is about to be.
 *
 * @param before null for one that was created
 * @param after null for one that was deleted
 * @param changed logical names of the columns that were sent, whether or not the value differs, as Dataverse's own
 *     messages name them
 */
public record ContactChanged(
        Message message, @Nullable Contact before, @Nullable Contact after, Set<String> changed, Author author) {

    /** What Dataverse calls it. */
    public enum Message {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String text;

        Message(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** As it is now, or as it was last. */
    public Contact contact() {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
