package latchkey.helpdesk.action;

import java.time.Instant;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import org.jspecify.annotations.Nullable;

/** What the directory will show of a customer once it has caught up with a write (facts §11). */
public sealed interface Expected {

    boolean isShownBy(Customer customer);

    /** An attribute with its new value, null when it was cleared. */
    record OfAttribute(AttributeKey key, @Nullable AttributeValue value) implements Expected {
        @Override
        public boolean isShownBy(Customer customer) {
            var shown = customer.attribute(key);
            return value == null
                    ? shown.isEmpty()
                    : shown.filter(now -> now.asText().equals(value.asText())).isPresent();
        }
    }

    /** Sign-in opened or closed. */
    record OfSignIn(boolean enabled) implements Expected {
        @Override
        public boolean isShownBy(Customer customer) {
            return customer.enabled() == enabled;
        }
    }

    /** Sessions ended later than they were ended before; the directory's own clock is compared with itself. */
    record OfSessions(Instant endedBefore) implements Expected {
        @Override
        public boolean isShownBy(Customer customer) {
            var validFrom = customer.sessionsValidFrom();
            return validFrom != null && validFrom.isAfter(endedBefore);
        }
    }
}
