package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.NotAllowed;
import latchkey.directory.DirectoryFailure.OutcomeUnknown;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryFailure.Unavailable;
import latchkey.directory.DirectoryKind;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.settings.Secret;
import latchkey.testing.Asvs;
import latchkey.testing.Fault;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.JournalEntry;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter against a directory that misbehaves, judged by the directory's own journal. */
class SandboxFaultsTest {

    private static final UUID TENANT = UUID.fromString("b2c00000-0000-4000-8000-000000000001");

    private final SandboxControl sandbox = SandboxProcess.fresh().control();
    private final Directory directory =
            Reached.forAgents(SandboxProcess.shared().url());
    private final CustomerId jan = person("jan-ordinary");

    @BeforeEach
    void learn() {
        assertThat(directory.kind()).isEqualTo(DirectoryKind.AZURE_AD_B2C);
        assertThat(directory.attributes()).isNotEmpty();
        sandbox.clearJournal();
    }

    @AfterEach
    void endFaults() {
        sandbox.clearFaults();
    }

    @Test
    void openingACustomerIsOneCall() {
        directory.customers().byId(jan);

        assertThat(calls())
                .hasSize(1)
                .allSatisfy(call -> assertThat(call.path()).endsWith("/users/" + jan.objectId()));
    }

    @Test
    void nobodyCallsInThreeSecondsOfWaiting() {
        sandbox.fault(Fault.status(429).retryAfter("3").times(1));

        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThatThrownBy(() -> directory.signIns().block(jan, Announced.change()))
                    .isInstanceOf(Throttled.class);
            IntStream.range(0, 20)
                    .forEach(agent -> agents.execute(() -> directory.customers().byId(jan)));
        }

        var calls = calls();
        var turnedAway =
                calls.stream().filter(call -> call.status() == 429).findFirst().orElseThrow();
        var open = Objects.requireNonNull(turnedAway.finishedAt()).plus(Duration.ofSeconds(3));
        assertThat(calls).hasSize(21);
        assertThat(calls.stream().filter(call -> call != turnedAway))
                .allSatisfy(call -> assertThat(call.at()).isAfterOrEqualTo(open));
    }

    @Test
    void aWriteThatWasAppliedUnseenIsOpenAndSentOnce() {
        sandbox.fault(Fault.lost().method("PATCH").times(1));

        assertThatThrownBy(() -> rename("Johanna")).isInstanceOf(OutcomeUnknown.class);

        assertThat(calls()).hasSize(1);
        assertThat(directory.customers().byId(jan).flatMap(customer -> customer.attribute(AttributeKey.GIVEN_NAME)))
                .contains(new AttributeValue.Text("Johanna"));
    }

    @Test
    void aReadOutlivesADirectoryThatIsDownForAMoment() {
        sandbox.fault(Fault.down().times(3));

        assertThat(directory.customers().byId(jan)).isPresent();
    }

    @Test
    @Asvs("16.5.2")
    void aDirectoryThatStaysDownIsSaidToBeAwayWithinAnAgentsPatience() {
        sandbox.fault(Fault.down());
        var started = System.nanoTime();

        assertThatThrownBy(() -> directory.customers().byId(jan)).isInstanceOf(Unavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anExpiredTokenIsReplacedWithoutAnybodyNoticing() {
        sandbox.advanceClock(Duration.ofHours(2));

        assertThat(directory.customers().byId(jan)).isPresent();
        sandbox.resetClock();
    }

    @Test
    void aWrongSecretIsAMistakeOfTheSettings() {
        var broken = Reached.at(SandboxProcess.shared().url(), "not-the-secret")
                .forAgents(Reached.CONTOSO)
                .orElseThrow();

        assertThatThrownBy(() -> broken.customers().byId(jan))
                .isInstanceOfSatisfying(
                        Misconfigured.class, wrong -> assertThat(wrong.code()).isEqualTo("AADSTS7000215"));
    }

    @Test
    void anUnknownTenantIsAMistakeOfTheSettings() {
        var elsewhere = Reached.with(Reached.settings(
                        SandboxProcess.shared().url(),
                        UUID.randomUUID(),
                        AppRegistration.withSecret(UUID.randomUUID(), Secret.of("x"))))
                .forAgents(Reached.CONTOSO)
                .orElseThrow();

        assertThatThrownBy(elsewhere::kind)
                .isInstanceOfSatisfying(
                        Misconfigured.class, wrong -> assertThat(wrong.code()).isEqualTo("AADSTS90002"));
    }

    @Test
    void anAppWithoutConsentIsNotAllowedAnything() {
        var noConsent = registered("a0000000-0000-4000-8000-000000000004", "sandbox-noconsent-secret");

        assertThatThrownBy(() -> noConsent.customers().byId(jan)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAppThatMayOnlyReadSeesBuiltInAttributesAndChangesNothing() {
        var readOnly = registered("a0000000-0000-4000-8000-000000000003", "sandbox-readonly-secret");

        assertThat(readOnly.attributes()).noneMatch(attribute -> attribute.key().isCustom());
        assertThat(readOnly.customers().byId(jan)).isPresent();
        assertThatThrownBy(() -> readOnly.signIns().block(jan, Announced.change()))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refused -> assertThat(refused.code()).isEqualTo("Authorization_RequestDenied"));
    }

    @Test
    void holdersOfADirectoryRoleAreKnownAndProtected() {
        var ada = person("admin-ada");

        assertThat(directory.customers().holdsDirectoryRole(ada)).isTrue();
        assertThat(directory.customers().holdsDirectoryRole(jan)).isFalse();
        assertThatThrownBy(() -> directory.passwords().set(ada, Secret.of("Xk7#long-enough-1"), Announced.change()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theTrailsEntryIsInTheDirectorysJournal() {
        var announced = Announced.change();

        var receipt = directory.signIns().block(jan, announced);

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.clientRequestId()).isEqualTo(announced.id().toString());
            assertThat(call.requestId()).isEqualTo(receipt.requestId());
        });
    }

    @Test
    void everySortOfCustomAttributeIsReadAndWritten() {
        var custom = directory.attributes().stream()
                .filter(attribute -> attribute.key().isCustom())
                .toList();
        assertThat(custom).hasSizeGreaterThanOrEqualTo(7);

        for (var attribute : custom) {
            var value = sample(attribute.type());
            directory
                    .profiles()
                    .change(jan, new AttributeChanges(Map.of(attribute.key(), Optional.of(value))), Announced.change());
            assertThat(directory.customers().byId(jan).flatMap(customer -> customer.attribute(attribute.key())))
                    .as(attribute.label())
                    .contains(value);
        }
    }

    private static AttributeValue sample(latchkey.directory.AttributeDefinition.Type type) {
        return switch (type) {
            case TEXT -> new AttributeValue.Text("C-1 'quoted' & more");
            case FLAG -> new AttributeValue.Flag(true);
            case WHOLE -> new AttributeValue.Whole(Integer.MAX_VALUE);
            case LARGE_WHOLE -> new AttributeValue.Whole(9_007_199_254_740_993L);
            case MOMENT -> new AttributeValue.Moment(java.time.Instant.parse("2021-05-06T07:08:09Z"));
            case BYTES -> new AttributeValue.Bytes("AQIDBA==");
            case TEXTS -> new AttributeValue.Texts(List.of("one", "two"));
        };
    }

    private void rename(String givenName) {
        directory
                .profiles()
                .change(
                        jan,
                        new AttributeChanges(
                                Map.of(AttributeKey.GIVEN_NAME, Optional.of(new AttributeValue.Text(givenName)))),
                        Announced.change());
    }

    private List<JournalEntry> calls() {
        return sandbox.journal("graph");
    }

    private CustomerId person(String key) {
        return new CustomerId(
                Reached.CONTOSO, Objects.requireNonNull(sandbox.person(key).userId()));
    }

    private static Directory registered(String clientId, String secret) {
        return Reached.with(Reached.settings(
                        SandboxProcess.shared().url(),
                        TENANT,
                        AppRegistration.withSecret(UUID.fromString(clientId), Secret.of(secret))))
                .forAgents(Reached.CONTOSO)
                .orElseThrow();
    }
}
