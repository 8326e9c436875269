package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import latchkey.settings.Secret;
import latchkey.testing.TestCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/** How directories stand in the settings. */
class DirectoriesSettingsTest {

    private static final String CONTOSO = "latchkey.directories.contoso.";
    private static final String TENANT = "b2c00000-0000-4000-8000-000000000001";
    private static final String AGENTS = "a0000000-0000-4000-8000-000000000001";
    private static final String SYNC = "a0000000-0000-4000-8000-000000000002";

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.in(folder, "settings");
    }

    private final Map<String, String> file = new HashMap<>(Map.of(
            CONTOSO + "name",
            "Contoso Customers",
            CONTOSO + "tenant",
            TENANT,
            CONTOSO + "agents.client-id",
            AGENTS,
            CONTOSO + "agents.client-secret",
            "agents' secret"));

    @Test
    void whatIsNotSaidIsMicrosoftsGlobalCloudWithoutSync() {
        var contoso = contoso();

        assertThat(contoso.graphUrl()).isEqualTo(URI.create("https://graph.microsoft.com"));
        assertThat(contoso.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.com"));
        assertThat(contoso.cloud()).isEqualTo(Cloud.PUBLIC);
        assertThat(contoso.agents().credentials()).hasSize(1);
        assertThat(contoso.agents().nextCredentials()).isEmpty();
        assertThat(contoso.sync()).isNull();
        assertThat(contoso.attributes()).isEmpty();
        assertThat(contoso.customerNumber()).isNull();
    }

    @Test
    void everyKeyIsRead() {
        file.put(CONTOSO + "cloud", "china");
        file.put(CONTOSO + "graph-url", "https://graph.microsoft.us/");
        file.put(CONTOSO + "login-url", "https://login.microsoftonline.us");
        file.put(CONTOSO + "agents.certificate.file", certificate.pkcs12().toString());
        file.put(CONTOSO + "agents.certificate.password", TestCertificate.PASSWORD);
        file.put(CONTOSO + "agents.federated-token-file", "/var/run/secrets/azure/tokens/azure-identity-token");
        file.put(CONTOSO + "agents.managed-identity", "system");
        file.put(CONTOSO + "agents.next.client-secret", "agents' next secret");
        file.put(CONTOSO + "agents.next.certificate.file", certificate.pkcs12().toString());
        file.put(CONTOSO + "agents.next.certificate.password", TestCertificate.PASSWORD);
        file.put(CONTOSO + "agents.next.federated-token-file", "/next");
        file.put(CONTOSO + "agents.next.managed-identity", AGENTS);
        file.put(CONTOSO + "sync.client-id", SYNC);
        file.put(CONTOSO + "sync.client-secret", "sync's secret");
        file.put(CONTOSO + "attributes.CustomerNumber.label", "Customer number");
        file.put(CONTOSO + "attributes.CustomerNumber.editable", "false");
        file.put(CONTOSO + "attributes.CustomerNumber.search", "true");
        file.put(CONTOSO + "customer-number", "CustomerNumber");

        var contoso = contoso();

        assertThat(contoso.name()).isEqualTo("Contoso Customers");
        assertThat(contoso.tenant()).isEqualTo(UUID.fromString(TENANT));
        assertThat(contoso.graphUrl()).isEqualTo(URI.create("https://graph.microsoft.us"));
        assertThat(contoso.loginUrl()).isEqualTo(URI.create("https://login.microsoftonline.us"));
        assertThat(contoso.agents().clientId()).isEqualTo(UUID.fromString(AGENTS));
        assertThat(contoso.cloud()).isEqualTo(Cloud.CHINA);
        assertThat(contoso.agents().credentials())
                .extracting(Credential::name)
                .containsExactly("managed-identity", "federated-token-file", "certificate", "client-secret");
        assertThat(contoso.agents().credentials())
                .contains(new Credential.ManagedIdentity(null))
                .contains(new Credential.FederatedToken(Path.of("/var/run/secrets/azure/tokens/azure-identity-token")));
        assertThat(contoso.agents().clientSecret())
                .isNotNull()
                .satisfies(secret -> assertThat(secret.reveal()).isEqualTo("agents' secret"));
        assertThat(contoso.agents().nextCredentials())
                .extracting(Credential::name)
                .containsExactly("managed-identity", "federated-token-file", "certificate", "client-secret");
        assertThat(contoso.agents().nextCredentials())
                .contains(new Credential.ManagedIdentity(UUID.fromString(AGENTS)))
                .contains(new Credential.FederatedToken(Path.of("/next")));
        assertThat(contoso.sync())
                .isNotNull()
                .satisfies(sync -> assertThat(sync.clientId()).isEqualTo(UUID.fromString(SYNC)))
                .satisfies(sync -> assertThat(sync.credentials())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Credential.ClientSecret.class,
                                known -> assertThat(known.secret().reveal()).isEqualTo("sync's secret")));
        assertThat(contoso.attributes())
                .containsEntry(
                        "CustomerNumber", new DirectorySettings.AttributeSettings("Customer number", false, true));
        assertThat(contoso.customerNumber()).isEqualTo("CustomerNumber");
    }

    @ParameterizedTest
    @CsvSource({
        "public,https://graph.microsoft.com,https://login.microsoftonline.com",
        "us-gov,https://graph.microsoft.us,https://login.microsoftonline.us",
        "us-gov-dod,https://dod-graph.microsoft.us,https://login.microsoftonline.us",
        "china,https://microsoftgraph.chinacloudapi.cn,https://login.partner.microsoftonline.cn"
    })
    void aCloudBringsBothAddresses(String cloud, String graph, String login) {
        file.put(CONTOSO + "cloud", cloud);

        assertThat(contoso().graphUrl()).isEqualTo(URI.create(graph));
        assertThat(contoso().loginUrl()).isEqualTo(URI.create(login));
    }

    @Test
    void anAddressOfOnesOwnWinsOverTheCloud() {
        file.put(CONTOSO + "cloud", "china");
        file.put(CONTOSO + "login-url", "https://login.chinacloudapi.cn");

        assertThat(contoso().graphUrl()).isEqualTo(URI.create("https://microsoftgraph.chinacloudapi.cn"));
        assertThat(contoso().loginUrl()).isEqualTo(URI.create("https://login.chinacloudapi.cn"));
    }

    @Test
    void aRegistrationWithoutAnyCredentialIsAMistake() {
        file.remove(CONTOSO + "agents.client-secret");

        assertThatThrownBy(this::settings)
                .rootCause()
                .hasMessageContaining("there is no credential; add one of client-secret, certificate");
    }

    @Test
    void anIdentityOfTheMachineIsNamedByItsClientIdOrCalledSystem() {
        file.put(CONTOSO + "agents.managed-identity", "mine");

        assertThatThrownBy(this::settings)
                .hasStackTraceContaining("managed-identity is neither system nor a client id; write one of them");
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(settings().toString()).doesNotContain("agents' secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.microsoft.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "graph.microsoft.com",
                "https://user@graph.microsoft.com",
                "https://graph.microsoft.com?x=1"
            })
    void aTokenNeverTravelsInTheClear(String url) {
        file.put(CONTOSO + "graph-url", url);

        assertThatThrownBy(this::settings).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8090", "http://localhost:8090", "http://[::1]:8090"})
    void insideThisMachinePlainHttpWillDo(String url) {
        file.put(CONTOSO + "graph-url", url);

        assertThat(contoso().graphUrl()).isEqualTo(URI.create(url));
    }

    private DirectorySettings contoso() {
        var contoso = settings().directories().get("contoso");
        assertThat(contoso).isNotNull();
        return contoso;
    }

    private DirectoriesSettings settings() {
        var conversions = new ApplicationConversionService();
        conversions.addConverter(String.class, Secret.class, Secret::of);
        var binder = new Binder(java.util.List.of(new MapConfigurationPropertySource(file)), null, conversions, null);
        return binder.bind("latchkey", Bindable.of(DirectoriesSettings.class)).get();
    }
}
