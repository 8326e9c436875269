package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import latchkey.directory.Credential.ManagedIdentity;
import latchkey.directory.DirectoryFailure.Misconfigured;
import org.junit.jupiter.api.Test;

/** The identity of an Azure machine, asked of a stand-in for its metadata service. */
class MachineIdentityTest {

    private final List<HttpRequest> asked = new ArrayList<>();

    @Test
    void aTokenMadeOutToBeExchangedIsAskedOfTheMachine() {
        var identity = new ManagedIdentity(UUID.randomUUID());

        var token = new MachineIdentity(request -> answer(request, 200, """
                {"access_token":"machine.token","expires_in":"86399","expires_on":"4102444800","resource":"api://AzureADTokenExchange",
                 "token_type":"Bearer"}""")).token(identity);

        assertThat(token).isEqualTo("machine.token");
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.url().toString())
                    .startsWith("http://169.254.169.254/metadata/identity/oauth2/token")
                    .contains("resource=api%3A%2F%2FAzureADTokenExchange")
                    .contains(identity.clientId().toString());
            assertThat(request.headers()).containsEntry("Metadata", "true");
        });
    }

    @Test
    void aMachineWithoutThatIdentityIsAMistakeOfTheSettings() {
        var machine = new MachineIdentity(request -> answer(request, 400, """
                {"error":"invalid_request","error_description":"Identity not found"}"""));

        assertThatThrownBy(() -> machine.token(new ManagedIdentity(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Misconfigured.class, none -> assertThat(none.code()).isEqualTo(Proof.UNREADABLE))
                .hasMessageContaining("Identity not found");
    }

    private IHttpResponse answer(HttpRequest request, int status, String body) {
        asked.add(request);
        var response = new HttpResponse();
        response.statusCode(status);
        response.body(body);
        return response;
    }
}
