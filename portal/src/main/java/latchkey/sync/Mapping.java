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
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.sync.Feed.WhenEmpty;
import latchkey.sync.Feed.Winner;
import latchkey.sync.MappingSettings.Mapped;
import latchkey.sync.MappingSettings.Place;
import latchkey.sync.dataverse.Contact;

/** Which contact columns feed which attributes of one directory, and how. */
final class Mapping {

    /** The column that says as whom a contact was saved last. */
    static final String SAVED_BY = "_modifiedby_value";

    private final Map<String, Source> sources = new TreeMap<>();
    private final Set<String> columns = new TreeSet<>();
    private final Set<String> addresses = new TreeSet<>();

    /**
     * A mapping as the settings say.
     *
     * @param whoSaved whether it matters as whom a contact was saved
     */
    Mapping(Mapped settings, boolean whoSaved) {
        settings.attributes().forEach((attribute, feed) -> {
            sources.put(attribute, new Source(text(feed, settings), feed.whenEmpty(), feed.wins(), false));
            columns.addAll(feed.read());
        });
        var address = settings.address();
        for (var place : address.feeds()) {
            sources.put(
                    place.attribute(),
                    new Source(
                            contact -> contact.column(address.column()),
                            address.whenEmpty(),
                            Winner.CONTACT,
                            place == Place.OTHER_MAILS));
            columns.add(address.column());
            addresses.add(place.attribute());
        }
        if (whoSaved) {
            columns.add(SAVED_BY);
        }
    }

    private record Source(
            Function<Contact, Optional<String>> text, WhenEmpty whenEmpty, Winner wins, boolean amongOthers) {}

    List<String> columns() {
        return new ArrayList<>(columns);
    }

    /** Names of the attributes that are fed. */
    Set<String> attributes() {
        return sources.keySet();
    }

    /** Whether the attribute holds an address at which the customer is reached. */
    boolean isAddress(AttributeKey key) {
        return addresses.contains(key.name());
    }

    /**
     * Every fed attribute as the contact wants it.
     *
     * @param ours whether a value of an attribute is what the sync itself wrote there last
     * @throws Unfit when a column's text cannot be a value of its attribute
     */
    AttributeChanges desired(
            Contact contact, Directory directory, Customer customer, BiPredicate<AttributeKey, String> ours) {
        var desired = new LinkedHashMap<AttributeKey, Optional<AttributeValue>>();
        sources.forEach((attribute, source) -> {
            var definition = definition(attribute, directory);
            var present = customer.attribute(definition.key());
            var text = source.text().apply(contact).filter(found -> !found.isBlank());
            var kept = (text.isEmpty() && source.whenEmpty() == WhenEmpty.KEEP)
                    || (source.wins() == Winner.DIRECTORY && present.isPresent());
            if (!kept) {
                var value = source.amongOthers()
                        ? first(text, present, known -> ours.test(definition.key(), known))
                        : text.map(found -> value(definition, found));
                desired.put(definition.key(), value);
            }
        });
        return new AttributeChanges(desired);
    }

    /** What of the desired values the customer does not have. */
    static AttributeChanges differences(AttributeChanges desired, Customer customer) {
        var missing = new LinkedHashMap<>(desired.values());
        missing.entrySet().removeIf(wanted -> wanted.getValue().equals(customer.attribute(wanted.getKey())));
        return new AttributeChanges(missing);
    }

    /** What the directory has under the names of the settings; empty where it has nothing. */
    Map<String, Optional<AttributeDefinition>> definitions(Directory directory) {
        var found = new TreeMap<String, Optional<AttributeDefinition>>();
        attributes().forEach(attribute -> found.put(attribute, find(attribute, directory)));
        return found;
    }

    private static Function<Contact, Optional<String>> text(Feed feed, Mapped settings) {
        if (feed.value() == null) {
            var column = String.valueOf(feed.column());
            return contact -> contact.column(column);
        }
        var transform = new Transform(feed.value(), feed.read(), settings.phoneRegion());
        return contact -> Optional.of(transform.of(contact));
    }

    private static Optional<AttributeDefinition> find(String attribute, Directory directory) {
        return directory
                .attribute(attribute)
                .or(() -> directory.attributes().stream()
                        .filter(known -> known.key().name().equals(attribute))
                        .findFirst());
    }

    private static AttributeDefinition definition(String attribute, Directory directory) {
        return find(attribute, directory)
                .orElseThrow(() -> new Unfit("the mapping names " + attribute + ", which the directory does not have"));
    }

    /** The contact's address before those of others; what the sync put there earlier makes room. */
    private static Optional<AttributeValue> first(
            Optional<String> text, Optional<AttributeValue> present, java.util.function.Predicate<String> ours) {
        var others = present.stream()
                .flatMap(value -> value instanceof AttributeValue.Texts several
                        ? several.texts().stream()
                        : Stream.of(value.asText()))
                .filter(other -> !ours.test(other))
                .filter(other -> text.filter(other::equalsIgnoreCase).isEmpty());
        var all = Stream.concat(text.stream(), others).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.Texts(all));
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
