package sandbox.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import sandbox.settings.StartUp;
import sandbox.tenants.SeedFile;
import sandbox.tenants.Tenant;

/** Whom every sandbox knows at its start: the people with stories and a crowd that is the same each time. */
@Component
public class Seed {

    private static final long CROWD = 20_190_301L;
    private static final int FIRST_NUMBER = 100_001;
    private static final int DAYS = 2_300;

    private final List<Person> people;
    private final List<User> users;
    private final List<Contact> contacts;
    private final SeedFile file;
    private final ExternalCustomers external = new ExternalCustomers();

    Seed(StartUp startUp, SeedFile file) {
        this.file = file;
        var stories = new Stories();
        people = stories.people();
        users = new ArrayList<>(stories.users());
        contacts = new ArrayList<>(stories.contacts());
        var random = new SplittableRandom(CROWD);
        for (var i = 0; i < startUp.customers(); i++) {
            var draft = customer(Stories.CONTOSO, i, random);
            users.add(draft.user());
            contacts.add(draft.contact(500_000L + contacts.size() + 1));
        }
    }

    /** The people with stories. */
    public List<Person> people() {
        return people;
    }

    /** The people with stories in this tenant; none among the employees. */
    public List<Person> people(Tenant tenant) {
        if (file.added(tenant)) {
            return List.of();
        }
        return switch (tenant.kind()) {
            case B2C -> people;
            case EXTERNAL_ID -> external.people();
            case WORKFORCE -> List.of();
        };
    }

    List<User> users(Tenant tenant) {
        if (file.added(tenant)) {
            return crowd(tenant);
        }
        return switch (tenant.kind()) {
            case B2C -> users;
            case EXTERNAL_ID -> external.users();
            case WORKFORCE -> Staff.users();
        };
    }

    List<Contact> contacts() {
        return contacts;
    }

    private List<User> crowd(Tenant tenant) {
        var extensions = tenant.extensions();
        var random = new SplittableRandom(CROWD);
        return extensions == null
                ? List.of()
                : IntStream.range(0, file.customers(tenant))
                        .mapToObj(i -> customer(new Draft.Home(tenant.domain(), extensions), i, random)
                                .user())
                        .map(user -> defined(user, tenant))
                        .toList();
    }

    /** Without values of attributes that the tenant does not have. */
    private static User defined(User user, Tenant tenant) {
        var kept = new HashMap<>(user.properties());
        kept.keySet()
                .removeIf(name -> name.startsWith("extension_")
                        && tenant.attributes().stream()
                                .noneMatch(attribute -> attribute.name().equals(name)));
        return new User(user.id(), kept, user.methods(), user.directoryRoles());
    }

    private static Draft customer(Draft.Home home, int index, SplittableRandom random) {
        var name = Names.any(random);
        var draft = new Draft(home, id(random), id(random));
        draft.named(name.given().written(), name.family().written(), name.display());
        draft.set("preferredLanguage", name.tongue().language());
        draft.set("country", name.tongue().country());
        signInNames(draft, name, index, random);
        draft.customer("C-" + (FIRST_NUMBER + index), random.nextInt(4) == 0 ? "Fabrikam" : "Contoso");
        attributes(draft, random);
        draft.createdDays(random.nextInt(DAYS));
        if (random.nextInt(40) == 0) {
            draft.blocked();
        }
        return draft;
    }

    private static void signInNames(Draft draft, Names.Name name, int index, SplittableRandom random) {
        var address =
                name.given().latin() + "." + name.family().latin() + "." + (FIRST_NUMBER + index) + "@example.com";
        var mobile = "+4477009" + "%05d".formatted(index % 100_000);
        switch (random.nextInt(20)) {
            case 0, 1 ->
                draft.userName(name.given().latin().charAt(0) + "user" + (FIRST_NUMBER + index))
                        .otherMail(address);
            case 2 ->
                draft.federated("google.com", "1" + "%020d".formatted(FIRST_NUMBER + index))
                        .otherMail(address);
            case 3 -> draft.phoneSignIn(mobile).column(Contact.EMAIL, address);
            default -> draft.email(address);
        }
        if (random.nextInt(3) == 0) {
            draft.phoneMethod("+44 " + mobile.substring(3)).column(Contact.MOBILE, mobile);
        }
        if (random.nextInt(10) == 0) {
            draft.authenticatorCode(id(random));
        }
    }

    static void attributes(Draft draft, SplittableRandom random) {
        if (random.nextBoolean()) {
            draft.attribute("LoyaltyPoints", random.nextInt(20_000));
            draft.attribute("LifetimeValueCents", random.nextLong(50_000_000_000L));
        }
        if (random.nextInt(3) > 0) {
            draft.attribute("NewsletterOptIn", random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            draft.attribute(
                    "MemberSince",
                    java.time.Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextInt(150_000_000)));
        }
    }

    static String id(SplittableRandom random) {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }
}
