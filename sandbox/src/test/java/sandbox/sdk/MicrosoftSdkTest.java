package sandbox.sdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.ObjectIdentity;
import com.microsoft.graph.models.PasswordProfile;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AzureIdentityAuthenticationProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.RunningSandbox;
import sandbox.Sandbox;
import sandbox.StartedSandbox;

/** Microsoft's Java SDK with its own credential, which speaks nothing but https. */
class MicrosoftSdkTest {

    private static final String SCOPE = "https://graph.microsoft.com/.default";

    private static RunningSandbox sandbox;

    private static String root;

    private static X509TrustManager trust;

    private static SSLContext tls;

    private static GraphServiceClient customers;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(
                "--server.port=0",
                "--sandbox.smtp-port=0",
                "--sandbox.tls.port=0",
                "--sandbox.check-answers=true",
                "--sandbox.settings.webhooks-enabled=false");
        trust = trusting(control("/tls-certificate"));
        tls = SSLContext.getInstance("TLS");
        tls.init(null, new X509TrustManager[] {trust}, null);
        root = "https://127.0.0.1:" + control("/settings").replaceAll("(?s).*\"tlsPort\":(\\d+).*", "$1");
        customers = graph(StartedSandbox.CUSTOMERS, "a0000000-0000-4000-8000-000000000001", "sandbox-portal-secret");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void itPagesThroughEveryCustomer() throws Exception {
        var first = requireNonNull(customers.users().get(request -> {
            request.queryParameters.top = 999;
            request.queryParameters.select = new String[] {"id", "displayName"};
        }));
        var ids = new HashSet<String>();
        new PageIterator.Builder<User, UserCollectionResponse>()
                .client(customers)
                .collectionPage(first)
                .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(user -> ids.add(user.getId()))
                .build()
                .iterate();

        assertThat(first.getValue()).hasSize(999);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(5_000).contains(Customers.JAN);
    }

    @Test
    void itFindsByIdentityAndByCustomAttribute() {
        var byIdentity = found("identities/any(c:c/issuerAssignedId eq 'jan.novak@example.com' and c/issuer eq '%s')"
                .formatted(Customers.ISSUER));
        var byNumber = found(Customers.NUMBER + " eq 'C-900010'");

        assertThat(byIdentity).extracting(User::getId).containsExactly(Customers.JAN);
        assertThat(byNumber).extracting(User::getId).containsExactly(Customers.JAN);
    }

    @Test
    void itReadsCreatesChangesDeletesAndRestoresACustomer() {
        var created = requireNonNull(customers.users().post(draft()));
        var id = requireNonNull(created.getId());
        var change = new User();
        change.setCity("Ostrava");
        change.setAdditionalData(new java.util.HashMap<>(java.util.Map.of(Customers.BRAND, "Fabrikam")));
        customers.users().byUserId(id).patch(change);
        var read = customers
                .users()
                .byUserId(id)
                .get(request ->
                        request.queryParameters.select = new String[] {"id", "city", "identities", Customers.BRAND});

        assertThat(read.getCity()).isEqualTo("Ostrava");
        assertThat(read.getAdditionalData().get(Customers.BRAND)).hasToString("Fabrikam");
        assertThat(read.getIdentities())
                .extracting(ObjectIdentity::getSignInType)
                .contains("emailAddress");

        customers.users().byUserId(id).delete();
        assertRefused(404, () -> customers.users().byUserId(id).get());
        var restored = customers
                .directory()
                .deletedItems()
                .byDirectoryObjectId(id)
                .restore()
                .post();
        assertThat(restored.getId()).isEqualTo(id);
        assertThat(customers.users().byUserId(id).get().getId()).isEqualTo(id);
    }

    @Test
    void itAddsChangesAndRemovesAPhoneMethod() {
        var methods = customers
                .users()
                .byUserId(requireNonNull(customers.users().post(draft()).getId()))
                .authentication()
                .phoneMethods();
        var added = methods.post(phone("+420 601123456"));
        methods.byPhoneAuthenticationMethodId(requireNonNull(added.getId())).patch(phone("+420 602123456"));

        assertThat(methods.get().getValue())
                .extracting(PhoneAuthenticationMethod::getPhoneNumber)
                .containsExactly("+420 602123456");

        methods.byPhoneAuthenticationMethodId(added.getId()).delete();
        assertThat(methods.get().getValue()).isEmpty();
    }

    @Test
    void itBatchesTwentyRequests() throws IOException {
        var batch = new BatchRequestContent(customers);
        var steps = new java.util.ArrayList<String>();
        for (var number = 1; number <= 20; number++) {
            var id = "c0000000-0000-4000-8000-%012d".formatted(number == 20 ? 999_999_999 : 10);
            steps.add(batch.addBatchRequestStep(customers.users().byUserId(id).toGetRequestInformation()));
        }
        var answers = customers.getBatchRequestBuilder().post(batch, null);

        assertThat(answers.getResponsesStatusCode()).hasSize(20);
        assertThat(steps.subList(0, 19))
                .allSatisfy(step -> assertThat(answers.getResponseById(step, User::createFromDiscriminatorValue)
                                .getId())
                        .isEqualTo(Customers.JAN));
        assertThat(answers.getResponsesStatusCode()).containsEntry(steps.getLast(), 404);
    }

    @Test
    void itFollowsDeltaAmongTheEmployeesAndIsRefusedItInB2c() {
        var employees =
                graph(StartedSandbox.EMPLOYEES, "a0000000-0000-4000-8000-000000000013", "sandbox-employees-secret");
        var page = employees.users().delta().get();
        while (page.getOdataDeltaLink() == null) {
            page = employees.users().delta().withUrl(page.getOdataNextLink()).get();
        }
        var somebody = requireNonNull(employees.users().get().getValue()).getFirst();
        var change = new User();
        change.setJobTitle("Lead");
        employees.users().byUserId(somebody.getId()).patch(change);
        var changes =
                employees.users().delta().withUrl(page.getOdataDeltaLink()).get();

        assertThat(changes.getValue()).extracting(User::getId).containsExactly(somebody.getId());
        assertRefused(400, () -> customers.users().delta().get());
    }

    @Test
    void itIsToldWhyItsSecretIsNoGood() {
        var wrong = graph(StartedSandbox.CUSTOMERS, "a0000000-0000-4000-8000-000000000001", "wrong");

        assertThatThrownBy(() -> wrong.users().get()).hasStackTraceContaining("AADSTS7000215");
    }

    private static List<User> found(String filter) {
        return requireNonNull(customers
                .users()
                .get(request -> request.queryParameters.filter = filter)
                .getValue());
    }

    private static void assertRefused(int status, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        ODataError.class,
                        error -> assertThat(error.getResponseStatusCode()).isEqualTo(status));
    }

    private static User draft() {
        var name = "sdk-" + UUID.randomUUID();
        var identity = new ObjectIdentity();
        identity.setSignInType("emailAddress");
        identity.setIssuer(Customers.ISSUER);
        identity.setIssuerAssignedId(name + "@example.com");
        var password = new PasswordProfile();
        password.setPassword("Correct-Horse-77");
        password.setForceChangePasswordNextSignIn(false);
        var user = new User();
        user.setDisplayName(name);
        user.setIdentities(List.of(identity));
        user.setPasswordProfile(password);
        user.setPasswordPolicies("DisablePasswordExpiration");
        return user;
    }

    private static PhoneAuthenticationMethod phone(String number) {
        var phone = new PhoneAuthenticationMethod();
        phone.setPhoneNumber(number);
        phone.setPhoneType(AuthenticationPhoneType.Mobile);
        return phone;
    }

    private static GraphServiceClient graph(String tenant, String client, String secret) {
        var access = new AzureIdentityAuthenticationProvider(
                credential(tenant, client, secret), new String[] {"127.0.0.1"}, SCOPE);
        var http = GraphClientFactory.create()
                .sslSocketFactory(tls.getSocketFactory(), trust)
                .build();
        var graph = new GraphServiceClient(access, http);
        graph.getRequestAdapter().setBaseUrl(root + "/v1.0");
        return graph;
    }

    private static ClientSecretCredential credential(String tenant, String client, String secret) {
        return new ClientSecretCredentialBuilder()
                .authorityHost(root)
                .disableInstanceDiscovery()
                .tenantId(tenant)
                .clientId(client)
                .clientSecret(secret)
                .httpClient(new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(tls)).build())
                .build();
    }

    private static String control(String path) throws IOException, InterruptedException {
        try (var plain = HttpClient.newHttpClient()) {
            return plain.send(
                            HttpRequest.newBuilder(URI.create(sandbox.root() + "/sandbox/api" + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static X509TrustManager trusting(String pem) throws GeneralSecurityException, IOException {
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("sandbox", certificate);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return (X509TrustManager) managers.getTrustManagers()[0];
    }
}
