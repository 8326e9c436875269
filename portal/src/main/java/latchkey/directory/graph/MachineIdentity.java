package latchkey.directory.graph;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import latchkey.directory.Credential.ManagedIdentity;
import org.springframework.http.HttpMethod;

/** The identity that Azure gives to the machine: its token stands in for a secret where the registration trusts it. */
final class MachineIdentity {

    /** What tokens that are exchanged for others are made out to. */
    private static final String EXCHANGE = "api://AzureADTokenExchange";

    private final IHttpClient network;

    MachineIdentity(Wire wire) {
        this(request -> send(wire, request));
    }

    MachineIdentity(IHttpClient network) {
        this.network = network;
    }

    /** A token of that identity, made out to be exchanged. */
    String token(ManagedIdentity identity) {
        try {
            return ManagedIdentityApplication.builder(id(identity))
                    .httpClient(network)
                    .build()
                    .acquireTokenForManagedIdentity(
                            ManagedIdentityParameters.builder(EXCHANGE).build())
                    .join()
                    .accessToken();
        } catch (Exception e) {
            throw Proof.unreadable("The machine gives no token of its identity: " + e.getMessage(), e);
        }
    }

    private static ManagedIdentityId id(ManagedIdentity identity) {
        return identity.clientId() == null
                ? ManagedIdentityId.systemAssigned()
                : ManagedIdentityId.userAssignedClientId(identity.clientId().toString());
    }

    private static IHttpResponse send(Wire wire, HttpRequest request) throws IOException {
        var body = request.body() == null ? null : request.body().getBytes(StandardCharsets.UTF_8);
        var answer = wire.send(
                HttpMethod.valueOf(request.httpMethod().name()),
                URI.create(request.url().toString()),
                headers -> request.headers().forEach(headers::set),
                body);
        var response = new HttpResponse();
        response.statusCode(answer.status());
        response.body(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }
}
