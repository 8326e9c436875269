package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where external identities tell the customer, the User Name may be anything. */
class ExternalIdentityTest {

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of(
                "latchkey.dataverse.contoso.link", "external-identity",
                "latchkey.sync.first-wait", "50ms",
                "latchkey.sync.longest-wait", "100ms",
                "latchkey.sync.replication-window", "2s"));
        portal.hearingWebhooks();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void theUserNameMayBeAnything() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("adx_identity_username", "jan", "lastname", "Jansen"));
        eventually("the new name has arrived", () -> surname(jan).equals("Jansen"));
    }

    @Test
    void theCustomerPageFindsTheContactThroughTheIdentity() {
        var tom = sandbox.person("tom-two-names");
        sandbox.settings(Map.of("webhooksEnabled", false));
        sandbox.editContact(tom.contactId(), Map.of("adx_identity_username", "tom"));
        var page = portal.signedIn("kim").get("/directories/contoso/customers/" + tom.userId() + "/panels/contact");
        assertThat(page.body()).contains(tom.contactId().toString());
        sandbox.settings(Map.of("webhooksEnabled", true));
    }

    @Test
    void aContactWithTwoDirectoryUsersNamesNone() {
        var pia = sandbox.person("plus-address");
        sandbox.put(
                "/sandbox/api/contacts/" + pia.contactId() + "/identities",
                Map.of(
                        "userNames",
                        List.of(pia.userId().toString(), UUID.randomUUID().toString(), "google-1")));
        sandbox.editContact(pia.contactId(), Map.of("lastname", "Sandberg"));
        eventually("it is linked to nobody", () -> reason(pia).equals("USER_NAME_NOT_AN_ID"));
        sandbox.put(
                "/sandbox/api/contacts/" + pia.contactId() + "/identities",
                Map.of("userNames", List.of("google-1", pia.userId().toString())));
        portal.bearer("jo").postJson("/api/v1/sync/directories/contoso/contacts/" + pia.contactId() + "/looks", "");
        eventually("the new name has arrived", () -> surname(pia).equals("Sandberg"));
    }

    @Test
    void whereChangesAreNotAskedForNobodyHasAllContactsReadThroughEitherDoor() {
        var api = portal.bearer("jo").postJson("/api/v1/sync/directories/contoso/full-loads", "");
        assertThat(api.status()).isEqualTo(409);
        assertThat(api.problem()).isEqualTo("sync-not-asked-for");
        var page = portal.signedIn("jo").postForm("/sync/full-loads", Map.of("directory", "contoso"));
        assertThat(page.problem()).isEqualTo("sync-not-asked-for");
    }

    @Test
    void aDirectoryWithoutDataverseOrAContactThatIsNotListedIsRefusedOnThePageToo() {
        var jo = portal.signedIn("jo");
        var contact = UUID.randomUUID().toString();
        var nowhere = jo.postForm("/sync/looks", Map.of("directory", "nowhere", "contact", contact));
        assertThat(nowhere.problem()).isEqualTo("directory-not-found");
        var unlisted = jo.postForm("/sync/dismissals", Map.of("directory", "contoso", "contact", contact));
        assertThat(unlisted.problem()).isEqualTo("sync-row-not-found");
        var kim = portal.signedIn("kim").postForm("/sync/looks", Map.of("directory", "contoso", "contact", contact));
        assertThat(kim.problem()).isEqualTo("not-permitted");
    }

    private static String reason(Person person) {
        return portal.database()
                .jdbc()
                .sql("SELECT coalesce(reason, '') FROM sync_contacts WHERE contact_id = :contact")
                .param("contact", person.contactId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String surname(Person person) {
        return sandbox.historyOfUser(person.userId()).stream()
                .map(version ->
                        version.path("changes").path("surname").path("after").asString(""))
                .filter(name -> !name.isEmpty())
                .reduce("", (one, later) -> later);
    }

    private static void eventually(String what, java.util.concurrent.Callable<Boolean> condition) {
        Eventually.within(Duration.ofSeconds(60), what, condition);
    }
}
