package sandbox.dataverse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.dataverse.query.Column;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a PATCH: which columns of a contact change to what. */
final class ContactChanges {

    private ContactChanges() {}

    /**
     * Columns and their new values, null to clear one.
     *
     * @throws DataverseException when a column is unknown, cannot be written, or the value does not fit it
     */
    static Map<String, @Nullable Object> read(ObjectNode body) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (!property.getKey().contains("@")) {
                changes.put(property.getKey(), value(writable(property.getKey()), property.getValue()));
            }
        }
        return changes;
    }

    private static Column writable(String name) {
        Column column = ContactTable.TABLE.columns().get(name);
        if (column == null) {
            throw DataverseException.badPayload("Invalid property '" + name
                    + "' was found in entity 'Microsoft.Dynamics.CRM.contact'. "
                    + "The property does not exist on the type.");
        }
        if (ContactTable.READ_ONLY.contains(name)) {
            throw DataverseException.badPayload("The property '" + name + "' cannot be written.");
        }
        return column;
    }

    private static @Nullable Object value(Column column, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER -> number(column, value);
            case TEXT, ID, TRUTH, TIME -> text(column, value);
        };
    }

    /** The only numbers that can be written are states: 0 and 1, and the reasons 1 and 2. */
    private static Integer number(Column column, JsonNode value) {
        if (!value.isIntegralNumber() || !Set.of(0, 1, 2).contains(value.asInt(-1))) {
            throw DataverseException.badPayload(
                    "Cannot convert the value of '" + column.name() + "' to a value of its list: " + value);
        }
        return value.asInt();
    }

    private static String text(Column column, JsonNode value) {
        if (!value.isString()) {
            throw DataverseException.badPayload(
                    "Cannot convert a value to target type 'Edm.String' for '" + column.name() + "': " + value);
        }
        int longest = ContactTable.LENGTHS.getOrDefault(column.name(), Integer.MAX_VALUE);
        if (value.asString().length() > longest) {
            throw new DataverseException(
                    400,
                    "0x80044331",
                    "A validation error occurred. The length of the '" + column.name()
                            + "' attribute of the 'contact' entity exceeded the maximum allowed length of '" + longest
                            + "'.");
        }
        return value.asString();
    }
}
