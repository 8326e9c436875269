package sandbox.control;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.Directories;
import sandbox.people.Identity;
import sandbox.people.Person;
import sandbox.people.Seed;
import sandbox.people.User;
import sandbox.tenants.Tenants;

/** Lists the people with stories as they are now. */
@RestController
class PeopleApi {

    private final Seed seed;
    private final Directories directories;
    private final Contacts contacts;

    PeopleApi(Seed seed, Directories directories, Contacts contacts) {
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

    @GetMapping("/sandbox/api/people")
    People people() {
        return new People(seed.people().stream().map(this::now).toList());
    }

    private PersonNow now(Person person) {
        var user = Optional.ofNullable(person.userId())
                .flatMap(id -> directories.of(Tenants.CUSTOMERS).user(id));
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
                user.map(known -> known.text(Tenants.ATTRIBUTE_PREFIX + "CustomerNumber"))
                        .orElse(null),
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

    private static Optional<String> address(User user) {
        return Optional.ofNullable(user.text("mail"))
                .or(() -> user.texts("otherMails").stream().findFirst());
    }
}
