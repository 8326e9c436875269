package sandbox.control;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.Directories;
import sandbox.people.Identity;
import sandbox.people.Person;
import sandbox.people.Seed;
import sandbox.people.User;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** Lists the people with stories as they are now. */
@RestController
class PeopleApi {

    private final Tenants tenants;
    private final Seed seed;
    private final Directories directories;
    private final Contacts contacts;

    PeopleApi(Tenants tenants, Seed seed, Directories directories, Contacts contacts) {
        this.tenants = tenants;
        this.seed = seed;
        this.directories = directories;
        this.contacts = contacts;
    }

    record People(List<PersonNow> people) {}

    record PersonNow(
            String key,
            String story,
            @Nullable String userId,
            @Nullable String contactId,
            @Nullable String displayName,
            List<String> signInNames,
            @Nullable String customerNumber,
            @Nullable String email) {}

    /** Those of the tenant with this id or domain. */
    @GetMapping("/sandbox/api/people")
    People people(@RequestParam(defaultValue = Tenants.CUSTOMERS) String tenant) {
        var known = tenants.tenant(tenant)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No tenant has this id"));
        return new People(
                seed.people(known).stream().map(person -> now(person, known)).toList());
    }

    private PersonNow now(Person person, Tenant tenant) {
        var user = Optional.ofNullable(person.userId())
                .flatMap(id -> directories.of(tenant).user(id));
        var contact = Optional.ofNullable(person.contactId()).flatMap(contacts::contact);
        return new PersonNow(
                person.key(),
                person.story(),
                person.userId(),
                person.contactId(),
                user.map(known -> known.text("displayName"))
                        .or(() -> contact.map(Contact::fullName))
                        .orElse(null),
                user.map(PeopleApi::signInNames).orElse(List.of()),
                user.flatMap(known -> number(known, tenant)).orElse(null),
                user.flatMap(PeopleApi::address)
                        .or(() -> contact.map(known -> known.text(Contact.EMAIL)))
                        .orElse(null));
    }

    private static List<String> signInNames(User user) {
        return user.identities().stream()
                .filter(identity -> !identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .map(Identity::issuerAssignedId)
                .toList();
    }

    private static Optional<String> number(User user, Tenant tenant) {
        return Optional.ofNullable(tenant.extensions()).map(holder -> user.text(holder.attribute("CustomerNumber")));
    }

    private static Optional<String> address(User user) {
        return Optional.ofNullable(user.text("mail"))
                .or(() -> user.texts("otherMails").stream().findFirst());
    }
}
