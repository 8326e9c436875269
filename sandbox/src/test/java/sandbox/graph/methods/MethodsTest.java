package sandbox.graph.methods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Facts §5. */
class MethodsTest {

    private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
    private static final String ALTERNATE = "b6332ec1-7057-4abe-9331-3d72feddfe41";
    private static final String EMAIL = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
    private static final String JAN = "/users/" + Customers.JAN + "/authentication/";
    private static final String MARIA = "/users/" + Customers.MARIA_BLOCKED + "/authentication/";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void allMethodsComeWithTheirTypesAndFixedIds() {
        var methods = portal.get(JAN + "methods");

        assertThat(methods.all("@odata.type"))
                .containsExactly(
                        "#microsoft.graph.passwordAuthenticationMethod", "#microsoft.graph.phoneAuthenticationMethod");
        assertThat(methods.all("id")).containsExactly("28c10230-6103-485e-b985-444c60001490", MOBILE);
        assertThat(methods.items().map(method -> method.path("phoneNumber").asString("")))
                .contains("+420 601123456");
    }

    @Test
    void aFederatedCustomerHasNoPasswordHere() {
        assertThat(portal.get("/users/" + Customers.FAY_FEDERATED + "/authentication/methods")
                        .items())
                .isEmpty();
    }

    @Test
    void aPhoneIsAddedChangedAndRemoved() {
        var added = portal.post(MARIA + "phoneMethods", phone("+46 701234567", "mobile"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("id").asString()).isEqualTo(MOBILE);

        assertThat(portal.patch(MARIA + "phoneMethods/" + MOBILE, "{\"phoneNumber\":\"+46 709999999\"}")
                        .status())
                .isEqualTo(200);
        assertThat(portal.get(MARIA + "phoneMethods").all("phoneNumber")).containsExactly("+46 709999999");

        assertThat(portal.delete(MARIA + "phoneMethods/" + MOBILE).status()).isEqualTo(204);
        assertThat(portal.get(MARIA + "phoneMethods").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701234567", "46 701234567", "+46 70 123", "0701234567", "+46  701234567", ""})
    void aNumberIsWrittenWithExactlyOneSpace(String number) {
        assertThat(portal.post(MARIA + "phoneMethods", phone(number, "mobile")).status())
                .isEqualTo(400);
    }

    @Test
    void aNumberMayHaveAnExtension() {
        assertThat(portal.post(MARIA + "phoneMethods", phone("+1 5555551234x567", "office"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void eachTypeExistsOnceAndTheAlternateNeedsTheFirst() {
        assertThat(portal.post(MARIA + "phoneMethods", phone("+46 701234567", "alternateMobile"))
                        .status())
                .isEqualTo(400);
        assertThat(portal.post(JAN + "phoneMethods", phone("+46 701234567", "mobile"))
                        .status())
                .isEqualTo(400);
        assertThat(portal.post(JAN + "phoneMethods", phone("+46 701234567", "alternateMobile"))
                        .status())
                .isEqualTo(201);
        assertThat(portal.post(JAN + "phoneMethods", phone("+46 701234567", "carrierPigeon"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theTypeOfAPhoneDoesNotChange() {
        assertThat(portal.patch(JAN + "phoneMethods/" + MOBILE, phone("+46 701234567", "office"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(portal.get(JAN + "phoneMethods/" + ALTERNATE).status()).isEqualTo(404);
        assertThat(portal.delete(JAN + "phoneMethods/" + ALTERNATE).status()).isEqualTo(404);
        assertThat(portal.get(JAN + "phoneMethods/nonsense").code()).isEqualTo("resourceNotFound");
        assertThat(portal.get(JAN + "emailMethods/" + EMAIL).status()).isEqualTo(404);
    }

    @Test
    void anEmailAddressIsAddedOnceAndRemoved() {
        var body = "{\"emailAddress\":\"jan@example.org\"}";

        assertThat(portal.post(JAN + "emailMethods", body).status()).isEqualTo(201);
        assertThat(portal.post(JAN + "emailMethods", body).status()).isEqualTo(400);
        assertThat(portal.get(JAN + "emailMethods").all("emailAddress")).containsExactly("jan@example.org");
        assertThat(portal.patch(JAN + "emailMethods/" + EMAIL, "{\"emailAddress\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(portal.delete(JAN + "emailMethods/" + EMAIL).status()).isEqualTo(204);
    }

    @Test
    void resettingThroughMethodsIsNotForApplications() {
        var refused = portal.post(
                JAN + "methods/28c10230-6103-485e-b985-444c60001490/resetPassword", "{\"newPassword\":\"Aa1!aaaa\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("accessDenied");
    }

    @Test
    void administratorsKeepTheirMethods() {
        assertThat(portal.post(
                                "/users/" + Customers.ADA_ADMIN + "/authentication/phoneMethods",
                                phone("+46 701234567", "mobile"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void changesOfMethodsStandInHistoryAndLog() {
        portal.delete(JAN + "phoneMethods/" + MOBILE);

        assertThat(StartedSandbox.get("/sandbox/api/history/users/" + Customers.JAN)
                        .text())
                .contains("phoneMethods");
        assertThat(portal.get("/auditLogs/directoryAudits").all("activityDisplayName"))
                .contains("Admin deleted security info");
    }

    private static String phone(String number, String type) {
        return "{\"phoneNumber\":\"" + number + "\",\"phoneType\":\"" + type + "\"}";
    }
}
