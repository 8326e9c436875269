package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import latchkey.audit.Announced;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.Directory;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.directory.DirectoryFailure.NotAllowed;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.settings.Secret;
import latchkey.testing.Eventually;
import latchkey.testing.MovableClock;
import latchkey.testing.SandboxProcess;
import latchkey.tracing.Spans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an app registration can do in its directory, and why not the rest (facts §0.1, §4.6). */
class CapabilitiesTest {

    private static final Capability FOR_CERTAIN = new Capability.Available();

    /** As the sandbox's registrations have it. */
    @Nested
    class OverTheSandbox {

        private SandboxProcess sandbox;

        @BeforeEach
        void seedAgain() {
            sandbox = SandboxProcess.fresh();
        }

        @Test
        void thePortalsRegistrationCanDoEverythingButAdvancedSearchInB2c() {
            var capabilities = as(1, "sandbox-portal-secret").capabilities();

            for (var name : CapabilityName.values()) {
                assertThat(capabilities.of(name))
                        .as(name.name())
                        .isEqualTo(
                                name == CapabilityName.ADVANCED_SEARCH ? missing("advanced-search.b2c") : FOR_CERTAIN);
            }
        }

        @Test
        void whoMayOnlyReadIsToldSoForEachAction() {
            var capabilities = as(3, "sandbox-readonly-secret").capabilities();

            assertThat(capabilities.named())
                    .containsEntry(CapabilityName.RESET_PASSWORD, missing("reset-password.permission"))
                    .containsEntry(CapabilityName.EDIT_ATTRIBUTES, missing("edit-attributes.permission"))
                    .containsEntry(CapabilityName.BLOCK_SIGN_IN, missing("block-sign-in.permission"))
                    .containsEntry(CapabilityName.REVOKE_SESSIONS, missing("revoke-sessions.permission"))
                    .containsEntry(CapabilityName.METHODS, missing("methods.permission"));
        }

        @Test
        void whoHoldsNoDirectoryRoleSetsNoPasswords() {
            var capabilities = as(6, "sandbox-norole-secret").capabilities();

            assertThat(capabilities.of(CapabilityName.RESET_PASSWORD)).isEqualTo(missing("reset-password.role"));
            assertThat(capabilities.of(CapabilityName.BLOCK_SIGN_IN)).isEqualTo(FOR_CERTAIN);
        }

        @Test
        void whoHasNoConsentAtAllCanDoNothing() {
            var capabilities = as(4, "sandbox-noconsent-secret").capabilities();

            assertThat(capabilities.of(CapabilityName.RESET_PASSWORD)).isInstanceOf(Capability.Missing.class);
            assertThat(capabilities.of(CapabilityName.METHODS)).isInstanceOf(Capability.Missing.class);
        }

        @Test
        void externalIdIsAskedWhetherItAnswersAdvancedQueries() {
            assertThat(Reached.ofExternalId(sandbox.url()).capability(CapabilityName.ADVANCED_SEARCH))
                    .isEqualTo(missing("advanced-search.external-id"));

            sandbox.control().switchTenant("fabrikamcustomers.onmicrosoft.com", Map.of("advancedQueries", true));
            assertThat(Reached.ofExternalId(sandbox.url()).capability(CapabilityName.ADVANCED_SEARCH))
                    .isEqualTo(FOR_CERTAIN);
        }

        @Test
        void theyAreFoundOutOnceForManyPages() {
            var directory = as(6, "sandbox-norole-secret");
            directory.capabilities();
            sandbox.control().clearJournal();

            directory.capabilities();

            assertThat(sandbox.control().journal("graph")).isEmpty();
        }

        private Directory as(int number, String secret) {
            var app = UUID.fromString("a0000000-0000-4000-8000-%012d".formatted(number));
            var registration = AppRegistration.withSecret(app, Secret.of(secret));
            return Reached.with(Reached.settings(sandbox.url(), Reached.TENANT, registration))
                    .forAgents(Reached.CONTOSO)
                    .orElseThrow();
        }
    }

    /** As tokens and answers say it that the sandbox does not give. */
    @Nested
    class OverAScript {

        private final ScriptedGraph graph = new ScriptedGraph();
        private final MovableClock clock = new MovableClock();
        private final Directory directory = reached();

        @Test
        void ofATokenThatCannotBeReadNothingIsConcluded() {
            assertThat(directory.capability(CapabilityName.RESET_PASSWORD))
                    .isEqualTo(new Capability.Available("capability.unknown"));
        }

        @Test
        void aBroaderPermissionThanTheDocumentedOneIsAllowedToTry() {
            graph.thenToken(200, token("User.ReadWrite.All"));

            assertThat(directory.capability(CapabilityName.BLOCK_SIGN_IN))
                    .isEqualTo(new Capability.Available("capability.broad-permission"));
        }

        @Test
        void aRoleThatCannotBeLookedUpIsSaidToBeUnknown() {
            graph.thenToken(200, token("User-PasswordProfile.ReadWrite.All"));

            assertThat(directory.capability(CapabilityName.RESET_PASSWORD))
                    .isEqualTo(new Capability.Available("capability.role-unknown"));
        }

        @Test
        void aDirectoryThatDoesNotAnswerMayStillDoEverything() {
            graph.thenToken(503, "no");

            assertThat(directory.capability(CapabilityName.METHODS))
                    .isEqualTo(new Capability.Available("capability.unknown"));
        }

        @Test
        void aRefusalLetsThemBeFoundOutAgainWithAFreshToken() {
            // Tokens end by the machine's own clock.
            clock.move(Duration.between(clock.instant(), Instant.now()));
            graph.thenToken(200, token("User.EnableDisableAccount.All"));
            assertThat(directory.capability(CapabilityName.BLOCK_SIGN_IN)).isEqualTo(FOR_CERTAIN);
            graph.thenToken(200, token("User.Read.All"));
            clock.move(Duration.ofMinutes(6));
            graph.then(403, "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"no\"}}");
            var jan = new CustomerId(Reached.CONTOSO, UUID.fromString(ScriptedGraph.JAN));

            assertThatThrownBy(() -> directory.signIns().block(jan, Announced.change()))
                    .isInstanceOf(NotAllowed.class);

            Eventually.within(
                    Duration.ofSeconds(5),
                    "blocking is known to be impossible",
                    () -> directory
                            .capability(CapabilityName.BLOCK_SIGN_IN)
                            .equals(missing("block-sign-in.permission")));
        }

        private Directory reached() {
            var registration = AppRegistration.withSecret(UUID.randomUUID(), Secret.of("x"));
            var settings = Reached.settings(graph.url(), Reached.TENANT, registration);
            return new GraphDirectories(
                            new DirectoriesSettings(Map.of(Reached.CONTOSO.value(), settings)),
                            clock,
                            new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class),
                            Reached.unsharedQuota(),
                            Spans.none())
                    .forAgents(Reached.CONTOSO)
                    .orElseThrow();
        }
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (var locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            var words = ResourceBundle.getBundle("messages/directory", locale);
            assertThat(words.keySet())
                    .contains(
                            "capability.unknown",
                            "capability.role-unknown",
                            "capability.other-role",
                            "capability.broad-permission",
                            "capability.reset-password.role",
                            "capability.reset-password.permission",
                            "capability.edit-attributes.permission",
                            "capability.block-sign-in.permission",
                            "capability.revoke-sessions.permission",
                            "capability.methods.permission",
                            "capability.advanced-search.b2c",
                            "capability.advanced-search.external-id");
        }
    }

    private static Capability missing(String reason) {
        return new Capability.Missing("capability." + reason);
    }

    private static String token(String permission) {
        var claims = "{\"oid\":\"a2000000-0000-4000-8000-000000000001\",\"jti\":\"%s\",\"roles\":[\"%s\"]}"
                .formatted(UUID.randomUUID(), permission);
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"e30.%s.c2ln\"}".formatted(payload);
    }
}
