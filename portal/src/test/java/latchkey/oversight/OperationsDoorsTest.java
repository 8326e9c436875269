package latchkey.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;

@PortalTest
class OperationsDoorsTest {

    private final PortalProcess portal;

    OperationsDoorsTest(PortalProcess portal) {
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
    void aMonitoringSystemReadsCallsWaitsProblemsAndTheSyncsLag() {
        portal.bearer("kim").get("/api/v1/directories/nowhere/customers/" + java.util.UUID.randomUUID());

        var metrics = portal.bearer("jo").get("/api/v1/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body().lines())
                .anyMatch(line -> line.startsWith("latchkey_directory_calls_seconds_count{lane=\"agent\""))
                .anyMatch(line -> line.startsWith("latchkey_directory_permits_seconds_count{priority=\"agent\"}"))
                .anyMatch(line -> line.startsWith("latchkey_problems_total{code=\"directory-not-found\"}"))
                .anyMatch(line -> line.startsWith("latchkey_sync_parked "));
        assertThat(portal.bearer("kim").get("/api/v1/metrics").problem()).isEqualTo("not-permitted");
    }

    @Test
    void withoutSignInThereIsNoQuota() {
        assertThat(portal.withToken("x").get("/api/v1/quota").status()).isEqualTo(401);
    }
}
