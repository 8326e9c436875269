package latchkey.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some of a directory's customers by values of their attributes: whoever is in one of the parts.
 *
 * @param everyone whether it leaves nobody out, whatever the parts say
 * @param parts none means nobody
 */
public record Population(boolean everyone, List<Part> parts) {

    public static final Population EVERYONE = new Population(true, List.of());
    public static final Population NOBODY = new Population(false, List.of());

    public Population {
        parts = List.copyOf(parts);
    }

    public static Population of(List<Part> parts) {
        return new Population(false, parts);
    }

    public boolean includes(Customer customer) {
        return everyone || parts.stream().anyMatch(part -> part.includes(customer));
    }

    public boolean isNobody() {
        return !everyone && parts.isEmpty();
    }

    /**
     * Those who have one of the values in each of the attributes.
     *
     * @param values compared without regard to case, as the directory does (facts §4.3); with no attribute, everybody
     */
    public record Part(Map<AttributeKey, Set<String>> values) {

        public Part {
            values = values.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        }

        boolean includes(Customer customer) {
            return values.entrySet().stream().allMatch(wanted -> hasOne(customer, wanted.getKey(), wanted.getValue()));
        }

        private static boolean hasOne(Customer customer, AttributeKey attribute, Set<String> wanted) {
            var folded = wanted.stream().map(Part::folded).collect(Collectors.toSet());
            return customer.attribute(attribute).stream()
                    .flatMap(Part::texts)
                    .map(Part::folded)
                    .anyMatch(folded::contains);
        }

        private static Stream<String> texts(AttributeValue value) {
            return value instanceof AttributeValue.Texts several ? several.texts().stream() : Stream.of(value.asText());
        }

        private static String folded(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
