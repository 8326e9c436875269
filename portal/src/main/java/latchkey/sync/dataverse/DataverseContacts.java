package latchkey.sync.dataverse;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contacts over the Dataverse Web API (Dataverse facts §1d), with an explicit {@code $select} always. */
@Component
class DataverseContacts implements Contacts {

    private static final List<String> ALWAYS =
            List.of("contactid", "versionnumber", "modifiedon", "statecode", "adx_identity_username", Contact.MERGED);

    private static final int PAGE = 500;

    private final Clients clients;
    private final Identities identities;

    DataverseContacts(Clients clients, Identities identities) {
        this.clients = clients;
        this.identities = identities;
    }

    @Override
    public Map<UUID, Contact> byIds(DirectoryId directory, Collection<UUID> ids, Collection<String> columns) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new IllegalArgumentException("ask for 1 to " + MOST + " contacts");
        }
        var filter = ids.stream().map(id -> "contactid eq " + id).collect(Collectors.joining(" or "));
        return identities.linked(directory, list(directory, filter, columns, "")).stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    @Override
    public List<Contact> matching(
            DirectoryId directory, ContactQuestion question, Collection<String> columns, int limit) {
        var filter = identities.filter(directory, question).orElseGet(() -> filter(question));
        return filter.isEmpty() ? List.of() : newest(directory, filter, columns, limit);
    }

    private List<Contact> newest(DirectoryId directory, String filter, Collection<String> columns, int limit) {
        var more = "&$orderby=" + encoded("modifiedon desc") + "&$top=" + limit;
        return identities.linked(directory, list(directory, filter, columns, more));
    }

    @Override
    public ContactPage page(DirectoryId directory, Collection<String> columns, @Nullable String from) {
        var path = from == null ? table(columns) + identities.named(directory) + "&$orderby=contactid" : from;
        var answer = client(directory).page(path, PAGE);
        var contacts = new ArrayList<Contact>();
        answer.path("value").forEach(row -> contacts.add(contact(row, columns)));
        return new ContactPage(
                identities.linked(directory, contacts), client(directory).own(answer.path("@odata.nextLink")));
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
        return clients.of(directory);
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
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Contact contact(JsonNode row, Collection<String> columns) {
        var values = new HashMap<String, String>();
        columns.forEach(column -> put(values, column, row.path(column)));
        put(values, Contact.MERGED, row.path(Contact.MERGED));
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

    private static void put(Map<String, String> values, String column, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            values.put(column, value.asString());
        }
    }
}
