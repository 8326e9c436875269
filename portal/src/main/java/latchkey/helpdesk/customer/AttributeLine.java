package latchkey.helpdesk.customer;

import java.util.List;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeValue;
import latchkey.helpdesk.customer.PendingChanges.PendingChange.OfAttribute;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as the page shows it.
 *
 * @param definition what it may hold
 * @param value what the directory shows, null when nothing
 * @param texts the value for people, one entry per value
 * @param change what was written and is not shown yet
 * @param pending the new value in words, null when nothing is on its way
 */
record AttributeLine(
        AttributeDefinition definition,
        @Nullable AttributeValue value,
        List<String> texts,
        @Nullable OfAttribute change,
        @Nullable Pending pending) {

    /**
     * A value on its way, in words.
     *
     * @param texts the value for people; empty when the attribute was cleared
     * @param since when the directory accepted it
     */
    record Pending(List<String> texts, String since) {}

    public String key() {
        return definition.key().name();
    }

    public String label() {
        return definition.label();
    }

    public AttributeDefinition.Type type() {
        return definition.type();
    }

    public boolean custom() {
        return definition.key().isCustom();
    }

    public boolean isEmpty() {
        return texts.isEmpty() && pending == null;
    }
}
