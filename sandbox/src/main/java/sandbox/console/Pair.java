package sandbox.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.people.Contact;
import sandbox.people.Identity;
import sandbox.people.User;
import sandbox.tenants.Tenants;

/** A customer of the directory and their contact in Dataverse, side by side; either may be missing. */
record Pair(@Nullable User user, @Nullable Contact contact) {

    private static final String NO_CONTACT = "no contact";
    private static final String NO_ACCOUNT = "no account";

    /** The id under which the page is found: of the contact, or of the customer where there is no contact. */
    public String id() {
        return contact != null ? contact.id() : user != null ? user.id() : "";
    }

    public String name() {
        var shown = user == null ? null : user.text("displayName");
        return shown != null ? shown : contact == null ? "" : contact.fullName();
    }

    public List<String> signInNames() {
        return user == null
                ? List.of()
                : user.identities().stream()
                        .filter(identity -> !identity.signInType().equals(Identity.PRINCIPAL_NAME))
                        .map(Pair::inWords)
                        .toList();
    }

    public @Nullable String customerNumber() {
        return user == null ? null : user.text(Tenants.EXTENSIONS_APP.attribute("CustomerNumber"));
    }

    public boolean blocked() {
        return user != null && !user.enabled();
    }

    public boolean inStep() {
        return lines().stream().noneMatch(Line::differs);
    }

    /** In a word or two: how contact and customer stand to each other. */
    public String state() {
        if (contact == null) {
            return NO_CONTACT;
        }
        if (user == null) {
            return NO_ACCOUNT;
        }
        return inStep() ? "in step" : "differs";
    }

    public String stateTone() {
        return switch (state()) {
            case "in step" -> "good";
            case "differs" -> "warn";
            default -> "";
        };
    }

    /** What stands in the contact beside what stands in the directory. */
    public List<Line> lines() {
        return List.of(
                new Line("First name", contact(Contact.FIRST_NAME), user("givenName"), true),
                new Line("Last name", contact(Contact.LAST_NAME), user("surname"), true),
                new Line("E-mail", contact(Contact.EMAIL), address(), true),
                new Line("Mobile phone", contact(Contact.MOBILE), user("mobilePhone"), false),
                new Line("Telephone", contact(Contact.TELEPHONE), null, false));
    }

    boolean says(String wanted) {
        return Stream.of(
                        Stream.of(name(), id(), user == null ? "" : user.id(), String.valueOf(customerNumber())),
                        signInNames().stream(),
                        lines().stream().flatMap(Line::texts))
                .flatMap(texts -> texts)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private @Nullable String contact(String column) {
        return contact == null ? null : contact.text(column);
    }

    private @Nullable String user(String property) {
        return user == null ? null : user.text(property);
    }

    private @Nullable String address() {
        var mail = user("mail");
        return mail != null || user == null
                ? mail
                : user.texts("otherMails").stream().findFirst().orElse(null);
    }

    private static String inWords(Identity identity) {
        return identity.local() ? identity.issuerAssignedId() : identity.issuer() + " account";
    }

    /** One thing that both sides may know; {@code compared} when the sync usually carries it over. */
    record Line(
            String label,
            @Nullable String contact,
            @Nullable String customer,
            boolean compared) {

        public boolean differs() {
            return compared && !(contact == null ? "" : contact).equals(customer == null ? "" : customer);
        }

        Stream<String> texts() {
            return Stream.of(contact == null ? "" : contact, customer == null ? "" : customer);
        }
    }
}
