package latchkey.directory.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerPage.Row;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Reads customers token by token, so that a page of them leaves no tree behind. */
final class CustomerJson {

    private final DirectoryId directory;
    private final Schema schema;

    CustomerJson(DirectoryId directory, Schema schema) {
        this.directory = directory;
        this.schema = schema;
    }

    /** One user object. */
    Customer one(byte[] body) {
        try (var json = Json.MAPPER.createParser(body)) {
            demand(json.nextToken() == JsonToken.START_OBJECT, json, "no object");
            var customer = draft(json).customer(directory);
            demand(json.nextToken() == null, json, "more than one object");
            return customer;
        }
    }

    /** A page of user objects. */
    Page<Customer> page(byte[] body) {
        return page(body, Draft::customer);
    }

    /** A page of user objects of which only attributes were asked for. */
    Page<Row> rows(byte[] body) {
        return page(body, Draft::row);
    }

    private <T> Page<T> page(byte[] body, BiFunction<Draft, DirectoryId, T> finished) {
        try (var json = Json.MAPPER.createParser(body)) {
            demand(json.nextToken() == JsonToken.START_OBJECT, json, "no object");
            return page(json, finished);
        }
    }

    private <T> Page<T> page(JsonParser json, BiFunction<Draft, DirectoryId, T> finished) {
        @Nullable List<T> customers = null;
        String nextLink = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("value") && token == JsonToken.START_ARRAY) {
                customers = customers(json, finished);
            } else if (name.equals("@odata.nextLink") && token == JsonToken.VALUE_STRING) {
                nextLink = json.getString();
            } else {
                json.skipChildren();
            }
        }
        demand(json.currentToken() == JsonToken.END_OBJECT, json, "an unfinished page");
        if (customers == null) {
            throw new StreamReadException(json, "a page without value");
        }
        return new Page<>(customers, nextLink);
    }

    private <T> List<T> customers(JsonParser json, BiFunction<Draft, DirectoryId, T> finished) {
        var customers = new ArrayList<T>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            customers.add(finished.apply(draft(json), directory));
        }
        return customers;
    }

    private Draft draft(JsonParser json) {
        var draft = new Draft();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            take(draft, name, json);
        }
        demand(json.currentToken() == JsonToken.END_OBJECT && draft.id != null, json, "no whole user");
        return draft;
    }

    private void take(Draft draft, String name, JsonParser json) {
        switch (name) {
            case "id" -> draft.id = id(json);
            case "accountEnabled" -> draft.enabled = json.currentToken() != JsonToken.VALUE_FALSE;
            case "createdDateTime" -> draft.createdAt = moment(json);
            case "signInSessionsValidFromDateTime" -> draft.sessionsValidFrom = moment(json);
            case "identities" -> draft.signInNames = signInNames(json);
            default -> attribute(draft, name, json);
        }
    }

    private void attribute(Draft draft, String name, JsonParser json) {
        var definition = schema.named(name);
        if (definition == null) {
            json.skipChildren();
            return;
        }
        var value = value(json, definition.type());
        if (value != null) {
            draft.attributes.put(definition.key(), value);
        }
    }

    private static @Nullable AttributeValue value(JsonParser json, Type type) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> new AttributeValue.Flag(true);
            case VALUE_FALSE -> new AttributeValue.Flag(false);
            case VALUE_NUMBER_INT -> new AttributeValue.Whole(json.getLongValue());
            case VALUE_STRING -> fromText(json.getString(), type);
            case START_ARRAY -> texts(json);
            default -> {
                json.skipChildren();
                yield null;
            }
        };
    }

    private static AttributeValue moment(String text) {
        var at = parsed(text);
        return at == null ? new AttributeValue.Text(text) : new AttributeValue.Moment(at);
    }

    // A 64-bit number may come as text (facts §6: IEEE754Compatible).
    private static AttributeValue fromText(String text, Type type) {
        return switch (type) {
            case MOMENT -> moment(text);
            case BYTES -> new AttributeValue.Bytes(text);
            case WHOLE, LARGE_WHOLE ->
                text.matches("-?\\d{1,18}")
                        ? new AttributeValue.Whole(Long.parseLong(text))
                        : new AttributeValue.Text(text);
            case TEXT, FLAG, TEXTS -> new AttributeValue.Text(text);
        };
    }

    private static @Nullable AttributeValue texts(JsonParser json) {
        var texts = new ArrayList<String>();
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            demand(token != null, json, "an unfinished list");
            if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getString());
            } else {
                json.skipChildren();
            }
        }
        return texts.isEmpty() ? null : new AttributeValue.Texts(texts);
    }

    private static List<SignInName> signInNames(JsonParser json) {
        var names = new ArrayList<SignInName>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return names;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var members = strings(json);
            names.add(new SignInName(
                    kind(members.getOrDefault("signInType", ""), members.getOrDefault("issuer", "")),
                    members.getOrDefault("issuer", ""),
                    members.getOrDefault("issuerAssignedId", "")));
        }
        return names;
    }

    private static Map<String, String> strings(JsonParser json) {
        var members = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                members.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
        return members;
    }

    // Further local ones are numbered, emailAddress1 and so on; "mail" is no provider but codes by mail (facts §4.4).
    private static SignInName.Kind kind(String signInType, String issuer) {
        return switch (signInType) {
            case "userName" -> SignInName.Kind.USER_NAME;
            case "phoneNumber" -> SignInName.Kind.PHONE;
            case "federated" -> issuer.equals("mail") ? SignInName.Kind.EMAIL_CODE : SignInName.Kind.FEDERATED;
            case "userPrincipalName" -> SignInName.Kind.GENERATED;
            default -> signInType.startsWith("emailAddress") ? SignInName.Kind.EMAIL : SignInName.Kind.OTHER;
        };
    }

    private static UUID id(JsonParser json) {
        try {
            return UUID.fromString(json.getString());
        } catch (IllegalArgumentException e) {
            throw new StreamReadException(json, "an id that is no GUID", e);
        }
    }

    private static @Nullable Instant moment(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING ? parsed(json.getString()) : null;
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void demand(boolean condition, JsonParser json, String otherwise) {
        if (!condition) {
            throw new StreamReadException(json, otherwise);
        }
    }

    /** A customer while its object is being read. */
    private static final class Draft {
        private @Nullable UUID id;
        private boolean enabled = true;
        private @Nullable Instant createdAt;
        private @Nullable Instant sessionsValidFrom;
        private List<SignInName> signInNames = List.of();
        private final Map<AttributeKey, AttributeValue> attributes = new HashMap<>();

        Customer customer(DirectoryId directory) {
            var name = attributes.get(AttributeKey.DISPLAY_NAME);
            return new Customer(
                    id(directory),
                    name == null ? "" : name.asText(),
                    enabled,
                    createdAt,
                    sessionsValidFrom,
                    signInNames,
                    attributes);
        }

        Row row(DirectoryId directory) {
            return new Row(id(directory), attributes);
        }

        private CustomerId id(DirectoryId directory) {
            return new CustomerId(directory, Objects.requireNonNull(id));
        }
    }
}
