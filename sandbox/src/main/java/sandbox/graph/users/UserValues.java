package sandbox.graph.users;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import tools.jackson.databind.JsonNode;

/** Checks single values of a body (facts §4.11 and §6). */
final class UserValues {

    private static final Set<String> NOT_CLEARED = Set.of("displayName", "accountEnabled", "userPrincipalName");
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9'._!#^~-]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    // The years that Edm.DateTimeOffset can write (OData 4.01 ABNF: four digits).
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MOST_ADDRESSES = 250;
    private static final int LONGEST_ADDRESS = 250;
    private static final int LONGEST_BINARY = 256;

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "ageGroup", Set.of("Minor", "NotAdult", "Adult"),
            "consentProvidedForMinor", Set.of("Granted", "Denied", "NotRequired"),
            "userType", Set.of("Member", "Guest"));

    private UserValues() {}

    /**
     * The value to keep; null when it is cleared.
     *
     * @throws GraphError 400 naming the property
     */
    static @Nullable Object of(Property property, JsonNode value, GraphCall call) {
        if (value.isNull()) {
            if (NOT_CLEARED.contains(property.name())) {
                throw invalid(property);
            }
            return null;
        }
        return switch (property.type()) {
            case TEXT -> text(property, value, call);
            case FLAG -> flag(property, value);
            case TIME -> time(property, value);
            case INTEGER -> integer(property, value);
            case LARGE_INTEGER -> largeInteger(property, value);
            case BINARY -> binary(property, value);
            case TEXTS -> texts(property, value);
            case IDENTITIES -> IdentityRules.identities(value, call);
            default -> throw invalid(property);
        };
    }

    private static @Nullable String text(Property property, JsonNode value, GraphCall call) {
        if (!value.isString()) {
            throw invalid(property);
        }
        var text = value.stringValue();
        if (property.longest() > 0 && text.length() > property.longest()) {
            throw invalid(property);
        }
        if (text.isEmpty() || !fits(property.name(), text, call)) {
            throw invalid(property);
        }
        return text;
    }

    private static boolean fits(String name, String text, GraphCall call) {
        var choices = CHOICES.get(name);
        if (choices != null) {
            return choices.contains(text);
        }
        return switch (name) {
            case "displayName" -> !call.tenant().kind().consumers() || (text.indexOf('<') < 0 && text.indexOf('>') < 0);
            case "userPrincipalName" -> principalName(text, call);
            // Facts §4.6: an address here cannot contain accented characters.
            case "mail" -> ADDRESS.matcher(text).matches() && text.chars().allMatch(c -> c < 128);
            case "usageLocation" -> text.matches("[A-Z]{2}");
            case "preferredLanguage" -> LANGUAGE.matcher(text).matches();
            case "passwordPolicies" ->
                text.matches("None|Disable(PasswordExpiration|StrongPassword)(,"
                        + " ?Disable(PasswordExpiration|StrongPassword))?");
            default -> true;
        };
    }

    private static boolean principalName(String text, GraphCall call) {
        var parts = text.split("@", -1);
        return parts.length == 2
                && LOCAL_PART.matcher(parts[0]).matches()
                && parts[1].equalsIgnoreCase(call.tenant().domain());
    }

    private static Boolean flag(Property property, JsonNode value) {
        if (!value.isBoolean()) {
            throw invalid(property);
        }
        return value.booleanValue();
    }

    private static Instant time(Property property, JsonNode value) {
        try {
            var time = OffsetDateTime.parse(value.isString() ? value.stringValue() : "")
                    .toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw invalid(property);
            }
            return time;
        } catch (DateTimeException noTime) {
            throw invalid(property);
        }
    }

    private static Object integer(Property property, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw invalid(property);
        }
        return (long) value.intValue();
    }

    // Facts §6: a number, or a string for clients that keep numbers exact.
    private static Object largeInteger(Property property, JsonNode value) {
        try {
            if (value.isString()) {
                return Long.parseLong(value.stringValue());
            }
        } catch (NumberFormatException noNumber) {
            throw invalid(property);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw invalid(property);
        }
        return value.longValue();
    }

    private static String binary(Property property, JsonNode value) {
        try {
            var bytes = Base64.getDecoder().decode(value.isString() ? value.stringValue() : "?");
            if (bytes.length > LONGEST_BINARY) {
                throw invalid(property);
            }
            return value.stringValue();
        } catch (IllegalArgumentException noBase64) {
            throw invalid(property);
        }
    }

    private static List<String> texts(Property property, JsonNode value) {
        if (!value.isArray()) {
            throw invalid(property);
        }
        var texts = new ArrayList<String>();
        value.forEach(item -> {
            if (!item.isString() || item.stringValue().isEmpty()) {
                throw invalid(property);
            }
            texts.add(item.stringValue());
        });
        if (!fits(property.name(), texts)) {
            throw invalid(property);
        }
        return List.copyOf(texts);
    }

    private static boolean fits(String name, List<String> texts) {
        return name.equals("businessPhones")
                ? texts.size() <= 1 && texts.stream().allMatch(phone -> phone.length() <= 64)
                : texts.size() <= MOST_ADDRESSES
                        && texts.stream()
                                .allMatch(address -> address.length() <= LONGEST_ADDRESS
                                        && ADDRESS.matcher(address).matches());
    }

    static boolean address(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private static GraphError invalid(Property property) {
        return GraphError.invalidValue(property.name(), "User");
    }
}
