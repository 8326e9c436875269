package sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sandbox.people.Draft.Home;
import sandbox.tenants.Tenants;

/** The people with stories; their ids are fixed. */
final class Stories {

    static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

    /** Where they live. */
    static final Home CONTOSO = new Home("contosocustomers.onmicrosoft.com", Tenants.EXTENSIONS_APP);

    private final List<Person> people = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private int count;

    Stories() {
        tell(
                "maria-blocked",
                "Blocked on Monday after a complaint; she calls because she cannot sign in.",
                draft -> draft.named("Maria", "Lindqvist")
                        .email("maria.lindqvist@example.com")
                        .customer("C-900001", "Contoso")
                        .blocked());
        tell(
                "tom-two-names",
                "Signs in with his address or with his user name, as he likes.",
                draft -> draft.named("Tom", "Okafor")
                        .email("tom.okafor@example.com")
                        .userName("tomo")
                        .customer("C-900002", "Contoso"));
        tell(
                "fay-federated",
                "Signs in with Google only; there is no password to reset here.",
                draft -> draft.named("Fay", "Marchetti")
                        .federated("google.com", "109876543210987654321")
                        .otherMail("fay.marchetti@example.com")
                        .customer("C-900003", "Contoso"));
        tell(
                "noah-no-mail",
                "Signs in with a user name and has no address on file.",
                draft -> draft.named("Noah", "Brandt").userName("noahb").customer("C-900004", "Contoso"));
        tell(
                "bea-two-brands",
                "Customer of two brands with an account for each; this is the one at Contoso.",
                draft ->
                        draft.named("Bea", "Haverkamp").email("bea@example.com").customer("C-900005", "Contoso"));
        tell(
                "bea-two-brands-fabrikam",
                "Bea's other account, at Fabrikam.",
                draft -> draft.named("Bea", "Haverkamp")
                        .email("bea.haverkamp@example.org")
                        .customer("C-900006", "Fabrikam"));
        tell(
                "layla-arabic",
                "Her name is written from right to left.",
                draft -> draft.named("ليلى", "حداد")
                        .email("layla.haddad@example.com")
                        .customer("C-900007", "Contoso")
                        .set("preferredLanguage", "ar-EG"));
        tell(
                "oneil-apostrophe",
                "The apostrophe in his name has broken many a filter.",
                draft -> draft.named("Conor", "O'Neil")
                        .email("conor.o'neil@example.com")
                        .customer("C-900008", "Contoso"));
        tell(
                "plus-address",
                "The plus in her address gets lost in badly built URLs.",
                draft -> draft.named("Pia", "Sandoval")
                        .email("pia+shop@example.com")
                        .customer("C-900009", "Contoso"));
        tell(
                "jan-ordinary",
                "Nothing special about him.",
                draft -> draft.named("Jan", "Novák")
                        .email("jan.novak@example.com")
                        .customer("C-900010", "Contoso")
                        .phoneMethod("+420 601123456")
                        .column(Contact.MOBILE, "+420601123456")
                        .attribute("LoyaltyPoints", 1250)
                        .attribute("LifetimeValueCents", 9_876_543_210L)
                        .attribute("NewsletterOptIn", true)
                        .attribute("MemberSince", java.time.Instant.parse("2021-05-04T09:30:00Z"))
                        .attribute("LegacyKey", "a2V5LTkwMDAxMA==")
                        .set("preferredLanguage", "cs-CZ")
                        .set("city", "Brno"));
        tell(
                "dup-smith-1",
                "Has the same name as another customer.",
                draft -> draft.named("Alex", "Smith")
                        .email("alex.smith@example.com")
                        .customer("C-900011", "Contoso")
                        .set("city", "Leeds"));
        tell(
                "dup-smith-2",
                "Has the same name as another customer.",
                draft -> draft.named("Alex", "Smith")
                        .email("alex.smith@example.net")
                        .customer("C-900012", "Contoso")
                        .set("city", "Bath"));
        tellOfUser(
                "unlinked-una",
                "Has an account, but no contact points to it.",
                draft -> draft.named("Una", "Birkeland")
                        .email("una.birkeland@example.com")
                        .customer("C-900013", "Contoso"));
        tellOfContact(
                "gone-gil",
                "His account was deleted, his contact is still here.",
                draft -> draft.named("Gil", "Amsel").column(Contact.EMAIL, "gil.amsel@example.com"));
        tell(
                "mobile-mo",
                "His mobile number stands on his contact only.",
                draft -> draft.named("Mo", "Adeyemi")
                        .email("mo.adeyemi@example.com")
                        .customer("C-900015", "Fabrikam")
                        .column(Contact.MOBILE, "+447700900123"));
        tell(
                "admin-ada",
                "Holds an administrator's role; Graph refuses to let applications touch her.",
                draft -> draft.named("Ada", "Zielinska")
                        .email("ada.zielinska@example.com")
                        .customer("C-900016", "Contoso")
                        .administrator(GLOBAL_ADMINISTRATOR));
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    List<User> users() {
        return users;
    }

    List<Contact> contacts() {
        return contacts;
    }

    private void tell(String key, String story, Consumer<Draft> details) {
        var draft = next(details);
        people.add(new Person(key, story, user(draft), contact(draft)));
    }

    private void tellOfUser(String key, String story, Consumer<Draft> details) {
        people.add(new Person(key, story, user(next(details)), null));
    }

    private void tellOfContact(String key, String story, Consumer<Draft> details) {
        people.add(new Person(key, story, null, contact(next(details))));
    }

    private Draft next(Consumer<Draft> details) {
        count++;
        var draft = new Draft(
                CONTOSO,
                "c0000000-0000-4000-8000-%012d".formatted(count),
                "d0000000-0000-4000-8000-%012d".formatted(count));
        draft.createdDays(2_400 + count);
        details.accept(draft);
        return draft;
    }

    private String user(Draft draft) {
        var user = draft.user();
        users.add(user);
        return user.id();
    }

    private String contact(Draft draft) {
        var contact = draft.contact(500_000 + count);
        contacts.add(contact);
        return contact.id();
    }
}
