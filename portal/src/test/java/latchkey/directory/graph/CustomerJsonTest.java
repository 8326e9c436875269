package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Cloud;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.SignInName;
import latchkey.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Customers as Graph writes them down (facts §4.2, §4.4, §6). */
class CustomerJsonTest {

    private static final String ID = "0f0f0f0f-0000-4000-8000-000000000001";
    private static final AttributeKey POINTS = new AttributeKey("extension_abc_Points");
    private static final AttributeKey CENTS = new AttributeKey("extension_abc_Cents");
    private static final AttributeKey SINCE = new AttributeKey("extension_abc_Since");
    private static final AttributeKey OPT_IN = new AttributeKey("extension_abc_OptIn");
    private static final AttributeKey KEY = new AttributeKey("extension_abc_Key");

    private final CustomerJson json = new CustomerJson(
            Reached.CONTOSO,
            Schema.of(
                    List.of(
                            custom(POINTS, Type.WHOLE),
                            custom(CENTS, Type.LARGE_WHOLE),
                            custom(SINCE, Type.MOMENT),
                            custom(OPT_IN, Type.FLAG),
                            custom(KEY, Type.BYTES)),
                    new DirectorySettings(
                            "Contoso",
                            UUID.randomUUID(),
                            Cloud.PUBLIC,
                            null,
                            null,
                            AppRegistration.withSecret(UUID.randomUUID(), Secret.of("x")),
                            null,
                            Map.of(),
                            null)));

    @Test
    void everyTypeOfAttributeIsRead() {
        var customer = one("""
                {"@odata.context":"x","id":"%s","displayName":"ليلى","accountEnabled":false,
                 "createdDateTime":"2024-03-01T09:00:00.1234567Z","signInSessionsValidFromDateTime":null,
                 "otherMails":["a@example.com"],"businessPhones":[],"mail":null,
                 "extension_abc_Points":42,"extension_abc_Cents":"9007199254740993","extension_abc_OptIn":true,
                 "extension_abc_Since":"2020-01-01T00:00:00Z","extension_abc_Key":"AQI=",
                 "somethingNew":{"deep":[1,{"x":2}]},"passwordProfile":null}""");

        assertThat(customer.displayName()).isEqualTo("ليلى");
        assertThat(customer.enabled()).isFalse();
        assertThat(customer.createdAt()).isEqualTo(Instant.parse("2024-03-01T09:00:00.123456700Z"));
        assertThat(customer.sessionsValidFrom()).isNull();
        assertThat(customer.attributes())
                .containsOnlyKeys(
                        AttributeKey.DISPLAY_NAME, AttributeKey.OTHER_MAILS, POINTS, CENTS, SINCE, OPT_IN, KEY)
                .containsEntry(POINTS, new AttributeValue.Whole(42))
                .containsEntry(CENTS, new AttributeValue.Whole(9007199254740993L))
                .containsEntry(OPT_IN, new AttributeValue.Flag(true))
                .containsEntry(SINCE, new AttributeValue.Moment(Instant.parse("2020-01-01T00:00:00Z")))
                .containsEntry(KEY, new AttributeValue.Bytes("AQI="));
    }

    @Test
    void everySortOfSignInNameIsTold() {
        var customer = one("""
                {"id":"%s","identities":[
                 {"signInType":"emailAddress","issuer":"c","issuerAssignedId":"a@example.com"},
                 {"signInType":"emailAddress1","issuer":"c","issuerAssignedId":"b@example.com"},
                 {"signInType":"userName","issuer":"c","issuerAssignedId":"a"},
                 {"signInType":"phoneNumber","issuer":"c","issuerAssignedId":"+1"},
                 {"signInType":"federated","issuer":"google.com","issuerAssignedId":"1"},
                 {"signInType":"userPrincipalName","issuer":"c","issuerAssignedId":"u"},
                 {"signInType":"custom","issuer":null,"issuerAssignedId":"z","new":[1]}]}""");

        assertThat(customer.signInNames())
                .extracting(SignInName::kind)
                .containsExactly(
                        SignInName.Kind.EMAIL,
                        SignInName.Kind.EMAIL,
                        SignInName.Kind.USER_NAME,
                        SignInName.Kind.PHONE,
                        SignInName.Kind.FEDERATED,
                        SignInName.Kind.GENERATED,
                        SignInName.Kind.OTHER);
    }

    @Test
    void aPageMayBeEmptyAndStillHaveANextOne() {
        var page = json.page(bytes("{\"@odata.nextLink\":\"https://next\",\"value\":[]}"));

        assertThat(page.items()).isEmpty();
        assertThat(page.nextLink()).isEqualTo("https://next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"id\":\"x\"}",
                "{\"id\":null}",
                "{\"id\":\"%s\"} {}",
                "{\"id\":\"%s\",\"otherMails\":[\"a\""
            })
    void whatIsNoCustomerIsUnreadable(String body) {
        assertThatThrownBy(() -> one(body)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"value\":null}", "{\"value\":[{\"id\":\"%s\"}", "{\"value\":[{}]}"})
    void whatIsNoPageIsUnreadable(String body) {
        assertThatThrownBy(() -> json.page(bytes(body.formatted(ID)))).isInstanceOf(JacksonException.class);
    }

    private latchkey.directory.Customer one(String body) {
        return json.one(bytes(body.formatted(ID)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AttributeDefinition custom(AttributeKey key, Type type) {
        return new AttributeDefinition(key, key.shortName(), type, true, 0);
    }
}
