package sandbox.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.settings.Dataverse;
import sandbox.settings.Settings;
import sandbox.settings.StartUp;
import sandbox.settings.Webhook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A file with tenants and applications of one's own. */
class SeedFileTest {

    private static final String TENANT =
            "{id: 0f000000-0000-4000-8000-000000000001, domain: acme.onmicrosoft.com, kind: b2c, customers: 3,"
                    + " attributes: {Tier: String}}";
    private static final String APPLICATION =
            "{tenant: acme.onmicrosoft.com, id: 0f000000-0000-4000-8000-000000000002, secret: long-enough,"
                    + " permissions: [User.Read.All], directoryRoles: [User Administrator]}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    private Path folder;

    @Test
    void aTenantAndItsApplicationAreAdded() {
        var file = seed("tenants: [" + TENANT + "]\napplications: [" + APPLICATION + "]");

        assertThat(file.tenants()).singleElement().satisfies(tenant -> {
            assertThat(tenant.kind()).isEqualTo(TenantKind.B2C);
            assertThat(tenant.switches().advancedQueries()).isFalse();
            assertThat(tenant.attributes())
                    .extracting(CustomAttribute::shortName)
                    .containsExactly("Tier");
            assertThat(file.customers(tenant)).isEqualTo(3);
        });
        assertThat(file.applications()).singleElement().satisfies(application -> {
            assertThat(application.permissions()).containsExactly("User.Read.All");
            assertThat(application.directoryRoles()).containsExactly(Seeds.USER_ADMINISTRATOR);
        });
    }

    @Test
    void jsonDoesAsWell() {
        var file = seed("{\"tenants\":[{\"id\":\"0F000000-0000-4000-8000-000000000001\",\"domain\":\"a.example\","
                + "\"kind\":\"external-id\",\"advancedQueries\":true}]}");

        assertThat(file.tenants())
                .singleElement()
                .satisfies(tenant ->
                        assertThat(tenant.switches().advancedQueries()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tenants: [                                       | it is no YAML",
                "[]                                               | it must hold 'tenants'",
                "tenant: []                                       | tenant",
                "tenants: [{domain: a.example, kind: b2c}]        | tenants[0].id: it must be a GUID",
                "tenants: [T, {id: 0f000000-0000-4000-8000-000000000003, domain: Acme, kind: b2c}] | tenants[1].domain",
                "tenants: [{id: 0f000000-0000-4000-8000-000000000003, domain: a.example, kind: aad}] | tenants[0].kind",
                "tenants: [T, T]                                  | tenants[1]: another tenant",
                "tenants: [{id: 0f000000-0000-4000-8000-000000000003, domain: contoso.onmicrosoft.com, kind: b2c}] | another tenant",
                "tenants: [{id: 0f000000-0000-4000-8000-000000000003, domain: a.example, kind: b2c, attributes: {A: Text}}] | tenants[0].attributes.A",
                "tenants: [{id: 0f000000-0000-4000-8000-000000000003, domain: a.example, kind: workforce, customers: 5}] | customers",
                "applications: [A]                                | applications[0].tenant",
                "{tenants: [T], applications: [A, A]}             | applications[1].id: another application",
                "applications: [{tenant: contoso.onmicrosoft.com, id: 0f000000-0000-4000-8000-000000000003}] | needs a secret or a certificate",
                "applications: [{tenant: contoso.onmicrosoft.com, id: 0f000000-0000-4000-8000-000000000003, certificate: none.pem}] | cannot be read",
                "applications: [{tenant: contoso.onmicrosoft.com, id: 0f000000-0000-4000-8000-000000000003, secret: long-enough, permissions: [everything]}] | 'everything' is no permission",
                "applications: [{tenant: contoso.onmicrosoft.com, id: 0f000000-0000-4000-8000-000000000003, secret: long-enough, directoryRoles: [Boss]}] | 'Boss' is neither"
            })
    void whatIsWrongIsSaidWithItsPlace(String content, String complaint) {
        var text = content.replaceAll("\\bT\\b", TENANT).replaceAll("\\bA\\b(?!:)", APPLICATION);

        assertThatThrownBy(() -> seed(text))
                .isInstanceOf(WrongSeedFile.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("long-enough");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> new SeedFile(startUp(folder.resolve("none.yml")), JSON))
                .hasMessageContaining("none.yml: it cannot be read");
    }

    @Test
    void whoStartsTheSandboxWithAWrongFileReadsWhatToDo() {
        var analysis = new WrongSeedFileAnalyzer().analyze(new WrongSeedFile("tenants[0].id", "it must be a GUID"));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("tenants[0].id: it must be a GUID");
        assertThat(analysis.getAction()).contains("--sandbox.seed");
    }

    private SeedFile seed(String content) {
        try {
            return new SeedFile(startUp(Files.writeString(folder.resolve("seed.yml"), content)), JSON);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static StartUp startUp(Path seed) {
        return new StartUp(
                0,
                1,
                false,
                false,
                seed.toString(),
                new Settings(0, 0, 0, false, false, "", "", "", false, 0, Webhook.USUAL, Dataverse.USUAL, false));
    }
}
