package latchkey.sync.dataverse;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.directory.DirectoryId;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contacts over the Dataverse Web API (Dataverse facts §1d), with an explicit {@code $select} always. */
@Component
class DataverseContacts implements Contacts {

    private static final List<String> ALWAYS =
            List.of("contactid", "versionnumber", "modifiedon", "statecode", "adx_identity_username");

    private static final int PAGE = 500;

    private final Map<String, DataverseClient> clients = new HashMap<>();

    DataverseContacts(DataverseSettings settings, Wire wire, Clock clock, Spans spans) {
        settings.dataverse()
                .forEach((directory, environment) ->
                        clients.put(directory, new DataverseClient(environment, wire, clock, spans)));
    }

    @Override
    public Map<UUID, Contact> byIds(DirectoryId directory, Collection<UUID> ids, Collection<String> columns) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException("ask for 1 to " + MOST + " contacts");
        }
        var filter = ids.stream().map(id -> "contactid eq " + id).collect(Collectors.joining(" or "));
        return list(directory, filter, columns, "").stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    @Override
    public List<Contact> matching(
            DirectoryId directory, ContactQuestion question, Collection<String> columns, int limit) {
        return list(directory, filter(question), columns, "&$orderby=" + encoded("modifiedon desc") + "&$top=" + limit);
    }

    @Override
    public ContactPage page(DirectoryId directory, Collection<String> columns, @Nullable String from) {
        var path = from == null
                ? table(columns) + "&$filter=" + encoded("adx_identity_username ne null") + "&$orderby=contactid"
                : from;
        var answer = client(directory).page(path, PAGE);
        var contacts = new ArrayList<Contact>();
        answer.path("value").forEach(row -> contacts.add(contact(row, columns)));
        return new ContactPage(contacts, client(directory).own(answer.path("@odata.nextLink")));
    }

    @Override
    public void demandColumns(DirectoryId directory, Collection<String> columns) {
        client(directory).get(table(columns) + "&$top=1");
    }

    @Override
    public URI link(DirectoryId directory, UUID contact) {
        return client(directory).at("/main.aspx?pagetype=entityrecord&etn=contact&id=" + contact);
    }

    private List<Contact> list(DirectoryId directory, String filter, Collection<String> columns, String more) {
        var query = table(columns) + "&$filter=" + encoded(filter) + more;
        var contacts = new ArrayList<Contact>();
        client(directory).get(query).path("value").forEach(row -> contacts.add(contact(row, columns)));
        return contacts;
    }

    private static String table(Collection<String> columns) {
        var names = new TreeSet<>(ALWAYS);
        names.addAll(columns);
        return "/api/data/v9.2/contacts?$select=" + String.join(",", names);
    }

    private DataverseClient client(DirectoryId directory) {
        var client = clients.get(directory.value());
        if (client == null) {
            throw new ContactsFailure.Misconfigured(
                    "the settings have no Dataverse environment for " + directory, null, null);
        }
        return client;
    }

    private static String filter(ContactQuestion question) {
        return switch (question) {
            case ContactQuestion.ByPhone by -> any(by.spellings(), "mobilephone", "telephone1");
            case ContactQuestion.ByMailAddress by -> any(List.of(by.address()), "emailaddress1", "emailaddress2");
            case ContactQuestion.ByCustomer by -> any(List.of(by.objectId().toString()), "adx_identity_username");
        };
    }

    private static String any(List<String> values, String... columns) {
        return values.stream()
                .map(DataverseContacts::literal)
                .flatMap(literal -> Stream.of(columns).map(column -> column + " eq " + literal))
                .collect(Collectors.joining(" or "));
    }

    /** The one place where a text becomes part of a question: quotes are doubled (OData 4.01 §5.1.1.6.1). */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Contact contact(JsonNode row, Collection<String> columns) {
        var values = new HashMap<String, String>();
        for (var column : columns) {
            var value = row.path(column);
            if (!value.isMissingNode() && !value.isNull()) {
                values.put(column, value.asString());
            }
        }
        return new Contact(
                UUID.fromString(row.path("contactid").asString()),
                row.path("versionnumber").asLong(),
                Instant.parse(row.path("modifiedon").asString()),
                row.path("statecode").asInt(0) == 0,
                row.path("adx_identity_username").isString()
                        ? Objects.requireNonNull(
                                        row.path("adx_identity_username").asString())
                                .strip()
                        : null,
                values);
    }
}
