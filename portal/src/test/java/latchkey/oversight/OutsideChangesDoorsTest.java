package latchkey.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else changes a customer: those who look after the desk see it and are mailed once, not once for each. */
@PortalTest
class OutsideChangesDoorsTest {

    private final PortalProcess portal;

    private final String importer = "Import " + UUID.randomUUID();

    private final String customer;

    OutsideChangesDoorsTest(PortalProcess portal) {
        this.portal = portal;
        this.customer =
                String.valueOf(portal.sandbox().control().person("jan-ordinary").userId());
    }

    @BeforeEach
    void nobodyWasToldForADay() {
        portal.bean(OutsideDigest.class).tell();
        portal.database()
                .jdbc()
                .sql("update outside_digests set heard_until = now() - interval '1 day', told_at = null")
                .update();
    }

    @Test
    void theyAreOnThePageAndInTheApi() {
        changes(1);

        var page = portal.signedIn("robin").get("/outside-changes");
        assertThat(page.status()).isEqualTo(200);
        var row = page.document().selectFirst("tr:contains(" + importer + ")");
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("Update user", "displayName");
        assertThat(row.select("a").attr("href")).isEqualTo("/directories/contoso/customers/" + customer);

        var items = portal.bearer("jo").get("/api/v1/outside-changes").json().path("items");
        assertThat(items.toString()).contains(importer, customer);
    }

    @Test
    @Asvs("16.2.1")
    void manyAreOneMailAndOneEntryAndNobodyIsToldTwice() {
        changes(3);

        portal.bean(OutsideDigest.class).tell();
        portal.bean(OutsideDigest.class).tell();

        Eventually.that("the administrator is told", () -> !mails().isEmpty());
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.toString())
                        .contains(importer + ": 3", "/outside-changes")
                        .doesNotContain(customer));
        var entry = portal.bean(AuditReader.class)
                .read(AuditQuestion.latest(1).named(OutsideDigest.ACTION))
                .entries()
                .getFirst();
        assertThat(Long.parseLong(entry.announcement().facts().get("changes"))).isGreaterThanOrEqualTo(3);

        changes(1);
        portal.bean(OutsideDigest.class).tell();
        assertThat(mails()).as("the last mail is too young").hasSize(1);
    }

    @Test
    @Asvs("8.3.1")
    void anAgentSeesThemNeitherByPageNorByApi() {
        assertThat(portal.signedIn("kim").get("/outside-changes").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("kim").get("/api/v1/outside-changes").problem())
                .isEqualTo("not-permitted");
        assertThat(portal.withToken("x").get("/api/v1/outside-changes").status())
                .isEqualTo(401);
    }

    private List<Mail> mails() {
        var administrator = portal.bean(org.springframework.core.env.Environment.class)
                .getProperty("latchkey.mail.administrator", "administrator@localhost");
        return portal.sandbox().control().mailTo(administrator).stream()
                .filter(mail -> mail.toString().contains(importer))
                .toList();
    }

    private void changes(int count) {
        for (var number = 0; number < count; number++) {
            portal.database()
                    .jdbc()
                    .sql("""
                        insert into directory_events (directory, event_id, customer, at, activity, service, result, app_name,
                            changed, heard_at)
                        values ('contoso', :id, :customer, now() - interval '10 minutes', 'Update user', 'Core Directory',
                            'SUCCESS', :importer, '{displayName}', now() - interval '5 minutes')""")
                    .param("id", UUID.randomUUID().toString())
                    .param("customer", UUID.fromString(customer))
                    .param("importer", importer)
                    .update();
        }
    }
}
