package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import org.jspecify.annotations.Nullable;

/** What was written to the directory and is not shown by it yet (facts §11); contributed by those who write. */
public interface PendingChanges {

    /** Changes of this customer that a read does not confirm yet. */
    List<PendingChange> of(Viewing viewing);

    /** One change the directory has accepted and does not show yet. */
    sealed interface PendingChange {

        /** When the directory accepted it. */
        Instant since();

        /**
         * An attribute with a new value.
         *
         * @param value what it will hold, null when it was cleared
         */
        record OfAttribute(AttributeKey key, @Nullable AttributeValue value, Instant since) implements PendingChange {}

        /** Sign-in opened or closed. */
        record OfSignIn(boolean enabled, Instant since) implements PendingChange {}
    }
}
