package latchkey.access.employees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.access.Authenticated;
import latchkey.access.EmployeeSettings;
import latchkey.access.employees.RoleLookUp.Claims;
import latchkey.testing.Bound;
import latchkey.testing.Fault;
import latchkey.testing.MovableClock;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles as Entra tells them at the moment, through Graph. */
class RoleLookUpTest {

    private static final UUID KIM = UUID.fromString("e1000000-0000-4000-8000-000000000001");

    private final SandboxProcess sandbox = SandboxProcess.shared();
    private final SandboxControl control = sandbox.control();
    private final MovableClock clock = new MovableClock();
    private final RoleLookUp byRoles = lookUp("roles");
    private final RoleLookUp byGroups = lookUp("groups");

    @BeforeEach
    void fresh() {
        SandboxProcess.fresh();
    }

    @Test
    void appRolesAreToldAsTheyAreNowAndNotAsTheTokenSaid() {
        assertThat(byRoles.claims(kim("token-says-admin"))).isEqualTo(new Claims.Known(Set.of("agent")));
    }

    @Test
    void aRoleThatWasTakenIsGoneAfterTheAnswersTime() {
        byRoles.claims(kim());
        control.changeEmployee("kim", Map.of("roles", List.of()));
        clock.move(Duration.ofSeconds(29));
        assertThat(byRoles.claims(kim())).as("kept").isEqualTo(new Claims.Known(Set.of("agent")));
        clock.move(Duration.ofSeconds(1));
        assertThat(byRoles.claims(kim())).isEqualTo(new Claims.Known(Set.of()));
    }

    @Test
    void whoMayNotSignInAnyMoreHasNoRole() {
        control.changeEmployee("kim", Map.of("enabled", false));
        assertThat(byRoles.claims(kim())).isEqualTo(new Claims.Known(Set.of()));
        assertThat(byGroups.claims(kim())).isEqualTo(new Claims.Known(Set.of()));
    }

    @Test
    void whoIsNotThereAnyMoreHasNoRole() {
        assertThat(byRoles.claims(employee(UUID.randomUUID(), Set.of("agent")))).isEqualTo(new Claims.Known(Set.of()));
    }

    @Test
    void groupsComeWholeHoweverManyThereAre() {
        var groups =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(301).toList();
        control.changeEmployee("kim", Map.of("groups", groups));
        assertThat(byGroups.claims(kim()))
                .isInstanceOfSatisfying(
                        Claims.Known.class, known -> assertThat(known.values()).containsAll(groups));
    }

    @Test
    void nothingIsKnownWhileGraphIsAwayAndItIsAskedAgainSoon() {
        control.fault(Fault.status(503).path(".*/users/.*").times(1));
        assertThat(byRoles.claims(kim())).isEqualTo(new Claims.Unknown());
        assertThat(byRoles.claims(kim())).as("no second question at once").isEqualTo(new Claims.Unknown());
        clock.move(Duration.ofSeconds(5));
        assertThat(byRoles.claims(kim())).isEqualTo(new Claims.Known(Set.of("agent")));
    }

    @Test
    void withoutLookUpTheTokenCounts() {
        var settings = new HashMap<>(settings("roles"));
        settings.keySet().removeIf(key -> key.contains("look-up"));
        assertThat(lookUp(settings).claims(kim("senior"))).isEqualTo(new Claims.Known(Set.of("senior")));
    }

    private SignedIn kim(String... claims) {
        return employee(KIM, Set.of(claims));
    }

    private static SignedIn employee(UUID id, Set<String> claims) {
        return new SignedIn(
                "issuer",
                id.toString(),
                "Kim",
                "kim@contoso.example",
                null,
                claims,
                null,
                null,
                Instant.EPOCH,
                Authenticated.NOT_SAID);
    }

    private RoleLookUp lookUp(String claim) {
        return lookUp(settings(claim));
    }

    private RoleLookUp lookUp(Map<String, String> settings) {
        var bound = Bound.settings(EmployeeSettings.class, settings);
        return new RoleLookUp(bound, new Issuer(bound), clock);
    }

    private Map<String, String> settings(String claim) {
        return Map.of(
                "latchkey.employees.issuer",
                sandbox.url() + "/e0000000-0000-4000-8000-000000000002/v2.0",
                "latchkey.employees.client-id",
                "a0000000-0000-4000-8000-000000000011",
                "latchkey.employees.client-secret",
                "sandbox-signin-secret",
                "latchkey.employees.roles-claim",
                claim,
                "latchkey.employees.look-up.client-id",
                "a0000000-0000-4000-8000-000000000013",
                "latchkey.employees.look-up.client-secret",
                "sandbox-employees-secret",
                "latchkey.employees.look-up.graph",
                sandbox.url());
    }
}
