package sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import sandbox.people.Draft.Home;
import sandbox.tenants.Tenants;

/** Whom the tenant of the kind External ID knows: a cast of its own, and a crowd; none of them has a contact. */
final class ExternalCustomers {

    private static final Home FABRIKAM = new Home("fabrikamcustomers.onmicrosoft.com", Tenants.EXTERNAL_EXTENSIONS_APP);

    private static final long CROWD = 20_250_501L;
    private static final int SIZE = 200;
    private static final int FIRST_NUMBER = 200_001;

    // External ID opened to customers long after the first of ours signed up with B2C.
    private static final int FIRST_DAY = 2_000;
    private static final int DAYS = 500;

    private final List<Person> people = new ArrayList<>();
    private final List<User> users = new ArrayList<>();

    ExternalCustomers() {
        tell(
                "maria-blocked",
                "Blocked on Monday after a complaint; she calls because she cannot sign in.",
                draft -> draft.named("Maria", "Lindqvist")
                        .email("maria.lindqvist@example.com")
                        .emailMethod("maria.lindqvist@example.com")
                        .blocked());
        tell(
                "otto-one-time-code",
                "Gets a code by e-mail at every sign-in; there is no password to reset.",
                draft -> draft.named("Otto", "Reinholt").oneTimeCode("otto.reinholt@example.com"));
        tell(
                "fay-federated",
                "Signs in with Google only; there is no password to reset here.",
                draft -> draft.named("Fay", "Marchetti")
                        .federated("google.com", "109876543210987654321")
                        .otherMail("fay.marchetti@example.com"));
        tell(
                "layla-arabic",
                "Her name is written from right to left.",
                draft -> draft.named("ليلى", "حداد")
                        .email("layla.haddad@example.com")
                        .set("preferredLanguage", "ar-EG"));
        tell(
                "oneil-apostrophe",
                "The apostrophe in his name has broken many a filter.",
                draft -> draft.named("Conor", "O'Neil").email("conor.o'neil@example.com"));
        tell(
                "plus-address",
                "The plus in her address gets lost in badly built URLs.",
                draft -> draft.named("Pia", "Sandoval").email("pia+shop@example.com"));
        tell(
                "jan-ordinary",
                "Nothing special about him.",
                draft -> draft.named("Jan", "Novák")
                        .email("jan.novak@example.com")
                        .emailMethod("jan.novak@example.com")
                        .phoneMethod("+420 601123456")
                        .attribute("LoyaltyPoints", 640)
                        .set("preferredLanguage", "cs-CZ")
                        .set("city", "Brno"));
        tell(
                "dup-smith-1",
                "Has the same name as another customer.",
                draft -> draft.named("Alex", "Smith")
                        .email("alex.smith@example.com")
                        .set("city", "Leeds"));
        tell(
                "dup-smith-2",
                "Has the same name as another customer.",
                draft -> draft.named("Alex", "Smith")
                        .oneTimeCode("alex.smith@example.net")
                        .set("city", "Bath"));
        tell(
                "admin-ada",
                "Holds an administrator's role; Graph refuses to let applications touch her.",
                draft -> draft.named("Ada", "Zielinska")
                        .email("ada.zielinska@example.com")
                        .administrator(Stories.GLOBAL_ADMINISTRATOR));
        addCrowd();
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    List<User> users() {
        return List.copyOf(users);
    }

    private void tell(String key, String story, Consumer<Draft> details) {
        var number = people.size() + 1;
        var draft = draft("c1000000-0000-4000-8000-%012d".formatted(number));
        draft.createdDays(FIRST_DAY + DAYS + number).customer("F-90%04d".formatted(number), "Fabrikam");
        details.accept(draft);
        var user = draft.user();
        users.add(user);
        people.add(new Person(key, story, user.id(), null));
    }

    private void addCrowd() {
        var random = new SplittableRandom(CROWD);
        for (var i = 0; i < SIZE; i++) {
            users.add(customer(i, random).user());
        }
    }

    private static Draft customer(int index, SplittableRandom random) {
        var name = Names.any(random);
        var draft = draft(Anybody.id(random));
        draft.named(name.given().written(), name.family().written(), name.display())
                .customer("F-" + (FIRST_NUMBER + index), "Fabrikam")
                .set("preferredLanguage", name.tongue().language())
                .set("country", name.tongue().country())
                .createdDays(FIRST_DAY + random.nextInt(DAYS));
        signInName(draft, name, index, random);
        Anybody.attributes(draft, random);
        return random.nextInt(40) == 0 ? draft.blocked() : draft;
    }

    private static void signInName(Draft draft, Names.Name name, int index, SplittableRandom random) {
        var number = FIRST_NUMBER + index;
        var address = name.given().latin() + "." + name.family().latin() + "." + number + "@example.com";
        switch (random.nextInt(10)) {
            case 0 -> draft.federated("google.com", "2%020d".formatted(number)).otherMail(address);
            case 1 ->
                draft.federated("facebook.com", "3%015d".formatted(number)).otherMail(address);
            case 2, 3, 4 -> draft.oneTimeCode(address);
            default -> draft.email(address).emailMethod(address);
        }
    }

    // Contacts belong to the other tenant's customers; a draft only wants an id for one.
    private static Draft draft(String id) {
        return new Draft(FABRIKAM, id, id);
    }
}
