package latchkey.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;

@PortalTest
class QuotaDoorsTest {

    private final PortalProcess portal;

    QuotaDoorsTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void aSupervisorSeesWhatTheDirectoryStillGrantsTheDeskAndTheSync() {
        var page = portal.signedIn("robin").get("/quota");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("#quota h2").eachText())
                .containsExactly("contoso: the help desk", "contoso: the contact sync");
        assertThat(page.document().select("tbody td:nth-child(2)").eachText())
                .hasSize(8)
                .element(3)
                .asString()
                .endsWith("of 5 in 10 seconds");
        assertThat(page.document().select("meter")).hasSize(8);
    }

    @Test
    void programsReadTheSameNumbers() {
        var quota = portal.bearer("jo").get("/api/v1/quota").json();

        assertThat(quota).hasSize(2);
        var desk = quota.path(0);
        assertThat(desk.path("directory").path("value").asString()).isEqualTo("contoso");
        assertThat(desk.path("users").path(0).asString()).isEqualTo("agents");
        assertThat(desk.path("budgets").path(1).path("granted").asInt()).isEqualTo(3_000);
        assertThat(desk.path("waiting").path(0).asInt(-1)).isZero();
    }

    @Test
    void anAgentSeesItNeitherByPageNorByApi() {
        assertThat(portal.signedIn("kim").get("/quota").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("kim").get("/api/v1/quota").problem()).isEqualTo("not-permitted");
    }

    @Test
    void withoutSignInThereIsNoQuota() {
        assertThat(portal.withToken("x").get("/api/v1/quota").status()).isEqualTo(401);
    }
}
