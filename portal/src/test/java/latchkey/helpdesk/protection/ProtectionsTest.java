package latchkey.helpdesk.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.access.Permission;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.InMemoryDirectory;
import latchkey.directory.SignInName;
import latchkey.helpdesk.protection.Protection.Kind;
import latchkey.helpdesk.protection.ProtectionSettings.Colleagues;
import latchkey.helpdesk.protection.ProtectionSettings.OwnAccount;
import latchkey.helpdesk.protection.ProtectionSettings.Vip;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is protected from whom. */
class ProtectionsTest {

    private static final String KIMS_ID = "e1000000-0000-4000-8000-000000000001";
    private static final Agent KIM = new Agent(
            "https://issuer.example",
            KIMS_ID,
            KIMS_ID,
            "Kim",
            "kim@contoso.example",
            "Kim.Andersen@contoso.example",
            Set.of("agent"),
            EnumSet.allOf(Permission.class),
            Set.of("everyone"),
            Authenticated.NOT_SAID);

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final Staff staff = new Staff(TestDatabase.shared().jdbc());

    @Test
    void anOrdinaryCustomerIsNotProtected() {
        assertThat(shipped().of(KIM, directory, signingIn("jan@example.com"))).isEmpty();
    }

    @Test
    void whoHoldsADirectoryRoleIsRefused() {
        var ada = signingIn("ada@example.com");
        directory.giveDirectoryRole(ada.id());

        assertThat(shipped().of(KIM, directory, ada)).contains(new Protection(Kind.DIRECTORY_ROLE, Treatment.REFUSE));
        assertThat(shipped().known(KIM, directory, ada)).as("this takes a call").isEmpty();
    }

    @Test
    void aLookUpThatFailsSaysNothingIsFree() {
        var jan = signingIn("jan@example.com");
        directory.fail(new DirectoryFailure.Unavailable("away", null, null, null));

        assertThatThrownBy(() -> shipped().of(KIM, directory, jan)).isInstanceOf(DirectoryFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@contoso.example",
                "KIM@Contoso.Example",
                "kim+shop@contoso.example",
                "kim.andersen@contoso.example"
            })
    void ownAddressesAreOwnHoweverTheyAreWritten(String address) {
        assertThat(shipped().of(KIM, directory, signingIn(address)))
                .contains(new Protection(Kind.OWN_ACCOUNT, Treatment.REFUSE));
        assertThat(shipped().of(KIM, directory, reachedAt(AttributeKey.MAIL, new AttributeValue.Text(address))))
                .contains(new Protection(Kind.OWN_ACCOUNT, Treatment.REFUSE));
        var several = new AttributeValue.Texts(List.of("x@example.com", address));
        assertThat(shipped().of(KIM, directory, reachedAt(AttributeKey.OTHER_MAILS, several)))
                .contains(new Protection(Kind.OWN_ACCOUNT, Treatment.REFUSE));
    }

    @Test
    void anAccountFederatedWithTheEmployeesOwnIdIsOwn() {
        var federated =
                with(List.of(new SignInName(SignInName.Kind.FEDERATED, "https://issuer.example", KIMS_ID)), Map.of());

        assertThat(shipped().of(KIM, directory, federated))
                .contains(new Protection(Kind.OWN_ACCOUNT, Treatment.REFUSE));
    }

    @Test
    void anAttributeMayLinkAnAccountToItsEmployee() {
        var linked =
                reachedAt(InMemoryDirectory.CUSTOMER_NUMBER, new AttributeValue.Text(KIMS_ID.toUpperCase(Locale.ROOT)));
        var settings = settings(new OwnAccount(Treatment.REFUSE, "CustomerNumber"), vip(Map.of()), Set.of());

        assertThat(new Protections(settings, staff).of(KIM, directory, linked))
                .contains(new Protection(Kind.OWN_ACCOUNT, Treatment.REFUSE));
        assertThat(shipped().of(KIM, directory, linked)).isEmpty();
    }

    @Test
    void whoHasAValueThatTheSettingsNameNeedsASecondPerson() {
        var gold = reachedAt(InMemoryDirectory.CUSTOMER_NUMBER, new AttributeValue.Text("c-1"));
        var settings = settings(own(), vip(Map.of("CustomerNumber", Set.of("C-1"))), Set.of());

        assertThat(new Protections(settings, staff).of(KIM, directory, gold))
                .contains(new Protection(Kind.VIP, Treatment.APPROVAL));
    }

    @Test
    void whomTheSettingsNameIsMeantInThatDirectoryOnly() {
        var jan = signingIn("jan@example.com");
        var vip = new Vip(Treatment.APPROVAL, Map.of(), Set.of(jan.id().toString()));
        var twin = new Vip(
                Treatment.APPROVAL, Map.of(), Set.of("fabrikam/" + jan.id().objectId()));

        assertThat(new Protections(settings(own(), vip, Set.of()), staff).of(KIM, directory, jan))
                .contains(new Protection(Kind.VIP, Treatment.APPROVAL));
        assertThat(new Protections(settings(own(), twin, Set.of()), staff).of(KIM, directory, jan))
                .isEmpty();
    }

    @Test
    void whoSignsInWithAnAddressOfTheCompanyIsAColleague() {
        assertThat(shipped().of(KIM, directory, signingIn("sam@contoso.example")))
                .contains(new Protection(Kind.COLLEAGUE, Treatment.APPROVAL));
        assertThat(shipped().of(KIM, directory, signingIn("sam@notcontoso.example")))
                .isEmpty();
        assertThat(shipped().of(KIM, directory, signingIn("contoso.example@example.com")))
                .isEmpty();
    }

    @Test
    void theSettingsNameTheCompanysDomains() {
        var settings = settings(own(), vip(Map.of()), Set.of("fabrikam.example"));

        assertThat(new Protections(settings, staff).of(KIM, directory, signingIn("noor@fabrikam.example")))
                .contains(new Protection(Kind.COLLEAGUE, Treatment.APPROVAL));
    }

    @Test
    void whoHasTheAddressOfSomebodyWhoWorkedHereIsAColleague() {
        var address = "robin." + UUID.randomUUID() + "@mail.example";
        staff.begins(new Agent(
                "https://issuer.example",
                "robin",
                "robin",
                "Robin",
                address,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Authenticated.NOT_SAID));

        assertThat(shipped().of(KIM, directory, reachedAt(AttributeKey.MAIL, new AttributeValue.Text(address))))
                .contains(new Protection(Kind.COLLEAGUE, Treatment.APPROVAL));
    }

    @Test
    void theStrongestProtectionCounts() {
        var jan = signingIn("sam@contoso.example");
        directory.giveDirectoryRole(jan.id());

        assertThat(shipped().of(KIM, directory, jan)).contains(new Protection(Kind.DIRECTORY_ROLE, Treatment.REFUSE));
    }

    private Protections shipped() {
        return new Protections(settings(own(), vip(Map.of()), Set.of()), staff);
    }

    private static ProtectionSettings settings(OwnAccount own, Vip vip, Set<String> domains) {
        return new ProtectionSettings(Treatment.REFUSE, own, vip, new Colleagues(Treatment.APPROVAL, domains));
    }

    private static OwnAccount own() {
        return new OwnAccount(Treatment.REFUSE, null);
    }

    private static Vip vip(Map<String, Set<String>> where) {
        return new Vip(Treatment.APPROVAL, where, Set.of());
    }

    private Customer signingIn(String address) {
        return with(List.of(new SignInName(SignInName.Kind.EMAIL, "contoso.onmicrosoft.com", address)), Map.of());
    }

    private Customer reachedAt(AttributeKey key, AttributeValue value) {
        return with(List.of(), Map.of(key, value));
    }

    private Customer with(List<SignInName> names, Map<AttributeKey, AttributeValue> attributes) {
        var customer = new Customer(
                new CustomerId(directory.id(), UUID.randomUUID()),
                "Jan",
                true,
                null,
                null,
                names,
                new HashMap<>(attributes));
        directory.put(customer);
        return customer;
    }
}
