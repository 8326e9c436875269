package latchkey.sync.dataverse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.DataverseSettings.Environment;
import latchkey.sync.dataverse.DataverseSettings.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom a contact names where the settings say that its external identities tell, and not its User Name: a portal leaves the
 * User Name as anybody wrote it (Dataverse facts §2). A contact with two directory users among its identities names none.
 */
@Component
class Identities {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Clients clients;
    private final DataverseSettings settings;

    Identities(Clients clients, DataverseSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    static Optional<UUID> objectId(String text) {
        return GUID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The contacts with whom they name in place of their User Names. */
    List<Contact> linked(DirectoryId directory, List<Contact> contacts) {
        if (!tell(directory) || contacts.isEmpty()) {
            return contacts;
        }
        var names = names(directory, contacts.stream().map(Contact::id).toList());
        return contacts.stream()
                .map(contact -> contact.naming(userName(names.getOrDefault(contact.id(), Set.of()))))
                .toList();
    }

    /** The same for contacts as a list shows them. */
    List<ContactChanges.Seen> seen(DirectoryId directory, List<ContactChanges.Seen> contacts) {
        if (!tell(directory) || contacts.isEmpty()) {
            return contacts;
        }
        var names = names(
                directory, contacts.stream().map(ContactChanges.Seen::contact).toList());
        return contacts.stream()
                .map(contact -> seen(contact, names.getOrDefault(contact.contact(), Set.of())))
                .toList();
    }

    /** The filter for those who name anybody; none where that stands in another table. */
    String named(DirectoryId directory) {
        return tell(directory) ? "" : "&$filter=" + DataverseContacts.encoded("adx_identity_username ne null");
    }

    /** How the contacts of a customer are asked for; blank when no identity names the customer, empty when User Names tell. */
    Optional<String> filter(DirectoryId directory, ContactQuestion question) {
        return tell(directory) && question instanceof ContactQuestion.ByCustomer by
                ? Optional.of(contactsOf(directory, by.objectId()))
                : Optional.empty();
    }

    private String contactsOf(DirectoryId directory, UUID customer) {
        var prefix = prefix(directory);
        var rows = rows(directory, prefix + "username eq " + DataverseContacts.literal(customer.toString()));
        return rows.keySet().stream().map(contact -> "contactid eq " + contact).collect(Collectors.joining(" or "));
    }

    private boolean tell(DirectoryId directory) {
        var environment = settings.dataverse().get(directory.value());
        return environment != null && environment.link() != Link.USER_NAME;
    }

    private String prefix(DirectoryId directory) {
        return environment(directory).link() == Link.MSPP_EXTERNAL_IDENTITY ? "mspp_" : "adx_";
    }

    private Environment environment(DirectoryId directory) {
        return Objects.requireNonNull(settings.dataverse().get(directory.value()));
    }

    private Map<UUID, Set<String>> names(DirectoryId directory, List<UUID> contacts) {
        Map<UUID, Set<String>> names = new HashMap<>();
        for (var from = 0; from < contacts.size(); from += Contacts.MOST) {
            var some = contacts.subList(from, Math.min(from + Contacts.MOST, contacts.size()));
            names.putAll(rows(directory, anyOf(prefix(directory), some)));
        }
        return names;
    }

    private static String anyOf(String prefix, Collection<UUID> contacts) {
        return contacts.stream()
                .map(contact -> "_" + prefix + "contactid_value eq " + contact)
                .collect(Collectors.joining(" or "));
    }

    private Map<UUID, Set<String>> rows(DirectoryId directory, String filter) {
        var prefix = prefix(directory);
        var path = "/api/data/v9.2/" + prefix + "externalidentities?$select=" + prefix + "username," + prefix
                + "identityprovidername,_" + prefix + "contactid_value&$filter=" + DataverseContacts.encoded(filter);
        Map<UUID, Set<String>> names = new HashMap<>();
        clients.of(directory).get(path).path("value").forEach(row -> {
            var provider = row.path(prefix + "identityprovidername").asString("");
            objectId(row.path("_" + prefix + "contactid_value").asString(""))
                    .filter(contact -> isOurs(directory, provider))
                    .ifPresent(contact -> names.computeIfAbsent(contact, any -> new LinkedHashSet<>())
                            .add(row.path(prefix + "username").asString("").strip()));
        });
        return names;
    }

    private boolean isOurs(DirectoryId directory, String provider) {
        var wanted = environment(directory).identityProvider();
        return wanted == null || wanted.equalsIgnoreCase(provider);
    }

    private static ContactChanges.Seen seen(ContactChanges.Seen contact, Set<String> names) {
        var userName = userName(names);
        return new ContactChanges.Seen(
                contact.contact(),
                contact.version(),
                contact.active(),
                !names.isEmpty(),
                userName == null ? null : objectId(userName).orElse(null));
    }

    /** The one directory user among them; otherwise what is there, which is no id. */
    private static @Nullable String userName(Set<String> names) {
        var ids = new ArrayList<>(names);
        ids.removeIf(name -> objectId(name).isEmpty());
        if (ids.size() == 1) {
            return ids.getFirst();
        }
        return names.isEmpty() ? null : String.join(" ", names);
    }
}
