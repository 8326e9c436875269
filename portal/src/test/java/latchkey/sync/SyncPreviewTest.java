package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.settings.CannotStart;
import latchkey.settings.SettingsFile;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.DataverseSettings;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping would change is counted before it is let. */
@PortalTest
class SyncPreviewTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final String ATTRIBUTES = "latchkey.dataverse.contoso.mapping.attributes.";

    private final PortalProcess portal;
    private final SandboxControl sandbox;

    SyncPreviewTest(PortalProcess portal) {
        this.portal = portal;
        this.sandbox = portal.sandbox().control();
    }

    @BeforeEach
    void nobodyHearsOfChanges() {
        sandbox.reset();
        sandbox.settings(Map.of("webhookUrl", "http://127.0.0.1:9/nowhere"));
    }

    @Test
    void everyContactIsReadAndEveryDifferenceCountedWithMaskedSamples() {
        var linked = sandbox.people().stream()
                .filter(person -> person.contactId() != null && person.userId() != null)
                .toList();
        linked.forEach(person -> sandbox.editContact(person.contactId(), Map.of("jobtitle", "Gardener")));
        sandbox.clearJournal();

        var counted = counted(SyncGround.mapping(Map.of(ATTRIBUTES + "companyName.column", "jobtitle")));

        assertThat(counted.read()).isGreaterThanOrEqualTo(linked.size());
        var company = counted.changes().get("companyName set");
        assertThat(company.contacts()).isBetween(linked.size() - 2L, (long) linked.size());
        assertThat(company.samples())
                .hasSize(2)
                .allSatisfy(sample -> assertThat(sample.line().after()).isEqualTo("G•••"));
        assertThat(sandbox.journal("graph"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.method()).isEqualTo("GET"));
    }

    @Test
    void contactsWhoseUserNameNamesNobodyAreCountedByReason() {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("adx_identity_username", "google-1177"));
        assertThat(counted(SyncGround.ORDINARY).notLinked())
                .containsKeys(Reason.USER_NAME_NOT_AN_ID.key(), Reason.NO_SUCH_CUSTOMER.key());
    }

    @Test
    void anUnknownContactIsSaidToBeGone() {
        assertThat(preview(SyncGround.ORDINARY)
                        .asked(CONTOSO, UUID.randomUUID())
                        .reason())
                .isEqualTo(Reason.CONTACT_GONE.key());
    }

    @Test
    void theCommandNeedsNoPortalAndTellsOfOneContactOrOfAll(@TempDir Path folder) throws IOException {
        var jan = sandbox.person("jan-ordinary");
        sandbox.editContact(jan.contactId(), Map.of("lastname", "Preview-Name"));
        var settings = Files.writeString(folder.resolve("settings.yaml"), settings(folder));

        assertThat(command(settings, jan.contactId()))
                .contains("surname: ", " would become P•••")
                .doesNotContain("Preview-Name");
        assertThat(command(settings, null))
                .contains(
                        "customers would change",
                        "surname change: 1",
                        jan.contactId().toString())
                .doesNotContain("Preview-Name");
        assertThatThrownBy(() -> SyncPreview.run(
                        SettingsFile.read(settings),
                        variable -> null,
                        "nowhere",
                        null,
                        1,
                        new PrintWriter(Writer.nullWriter())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no contacts for a directory nowhere");
    }

    private String command(Path settings, @Nullable UUID contact) {
        var out = new StringWriter();
        SyncPreview.run(
                SettingsFile.read(settings),
                portal.database().environment()::get,
                "contoso",
                contact,
                2,
                new PrintWriter(out));
        return out.toString();
    }

    private String settings(Path folder) {
        return """
            latchkey:
              directories:
                contoso:
                  name: Contoso Customers
                  tenant: b2c00000-0000-4000-8000-000000000001
                  graph-url: %1$s
                  login-url: %1$s
                  agents: { client-id: a0000000-0000-4000-8000-000000000001, client-secret: "%2$s" }
                  sync: { client-id: a0000000-0000-4000-8000-000000000002, client-secret: "%3$s" }
              dataverse:
                contoso:
                  url: %1$s
                  login-url: %1$s
                  tenant: e0000000-0000-4000-8000-000000000002
                  client-id: a0000000-0000-4000-8000-000000000012
                  client-secret: "%4$s"
                  webhook: { key: "%4$s" }
              sync:
                guards:
                  key-file: %5$s
            """.formatted(
                        portal.sandbox().url(),
                        PortalProcess.secretFile("sandbox-portal-secret"),
                        PortalProcess.secretFile("sandbox-sync-secret"),
                        PortalProcess.secretFile("sandbox-dataverse-secret"),
                        folder.resolve("sync.key"));
    }

    private PreviewCount counted(MappingSettings settings) {
        var counted = new PreviewCount(preview(settings), portal.bean(Contacts.class), mappings(settings), 2);
        counted.count(CONTOSO);
        return counted;
    }

    private Preview preview(MappingSettings settings) {
        return new Preview(
                mappings(settings),
                portal.bean(Memory.class),
                portal.bean(Directories.class),
                portal.bean(Contacts.class));
    }

    private Mappings mappings(MappingSettings settings) {
        return new Mappings(portal.bean(DataverseSettings.class), settings);
    }
}
