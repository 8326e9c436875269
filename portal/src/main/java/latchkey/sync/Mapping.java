package latchkey.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.sync.dataverse.Contact;

/** Which contact columns feed which attributes of one directory. */
record Mapping(Map<String, String> attributeByColumn) {

    private static final Set<String> PLAIN_TEXT = Set.of("mail", "givenName", "surname", "displayName");

    Mapping {
        attributeByColumn = new TreeMap<>(attributeByColumn);
    }

    List<String> columns() {
        return new ArrayList<>(attributeByColumn.keySet());
    }

    /**
     * Every mapped attribute as the contact wants it; an empty column clears.
     *
     * @throws Unfit when a column's text cannot be a value of its attribute
     */
    AttributeChanges desired(Contact contact, Directory directory) {
        var desired = new LinkedHashMap<AttributeKey, Optional<AttributeValue>>();
        attributeByColumn.forEach((column, attribute) -> {
            var definition = definition(attribute, directory);
            desired.put(definition.key(), contact.column(column).map(text -> value(definition, text)));
        });
        return new AttributeChanges(desired);
    }

    /** What of the desired values the customer does not have. */
    static AttributeChanges differences(AttributeChanges desired, Customer customer) {
        var missing = new LinkedHashMap<>(desired.values());
        missing.entrySet().removeIf(wanted -> wanted.getValue().equals(customer.attribute(wanted.getKey())));
        return new AttributeChanges(missing);
    }

    private static AttributeDefinition definition(String attribute, Directory directory) {
        if (PLAIN_TEXT.contains(attribute)) {
            return new AttributeDefinition(
                    new AttributeKey(attribute), attribute, AttributeDefinition.Type.TEXT, true, 0);
        }
        return directory.attributes().stream()
                .filter(known -> known.key().name().equals(attribute)
                        || known.key().shortName().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new Unfit("the mapping names " + attribute + ", which the directory does not have"));
    }

    private static AttributeValue value(AttributeDefinition definition, String text) {
        try {
            return switch (definition.type()) {
                case TEXT -> new AttributeValue.Text(text);
                case TEXTS -> new AttributeValue.Texts(List.of(text));
                case FLAG -> new AttributeValue.Flag(flag(text));
                case WHOLE -> new AttributeValue.Whole(Integer.parseInt(text));
                case LARGE_WHOLE -> new AttributeValue.Whole(Long.parseLong(text));
                case MOMENT -> new AttributeValue.Moment(Instant.parse(text));
                case BYTES -> new AttributeValue.Bytes(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new Unfit("the column for " + definition.key() + " holds no " + definition.type());
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException();
        };
    }

    /** The settings or the contact ask for something the directory cannot hold. Never repeats the value. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }
}
