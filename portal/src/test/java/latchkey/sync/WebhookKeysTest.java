package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latchkey.settings.Secret;
import latchkey.sync.dataverse.DataverseSettings.Auth;
import latchkey.sync.dataverse.DataverseSettings.Webhook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The three ways in which a webhook proves itself. */
class WebhookKeysTest {

    private static final Map<String, Secret> SECOND = Map.of("x-second", Secret.of("two"));

    @Test
    void headersMustAllBeThereAndRight() {
        var webhook = new Webhook(Auth.HTTP_HEADER, "x-key", Secret.of("one"), SECOND, List.of());
        assertThat(areRight(webhook, headers("x-key", "one", "x-second", "two")))
                .isTrue();
        assertThat(areRight(webhook, headers("x-key", "one"))).isFalse();
        assertThat(areRight(webhook, headers("x-key", "one", "x-second", "wrong")))
                .isFalse();
        assertThat(areRight(webhook, query("x-key=one&x-second=two"))).isFalse();
    }

    @Test
    void aWebhookKeyIsAlwaysTheParameterCode() {
        var webhook = new Webhook(Auth.WEBHOOK_KEY, "x-key", Secret.of("a b&c"), SECOND, List.of());
        assertThat(areRight(webhook, query("code=a%20b%26c"))).isTrue();
        assertThat(areRight(webhook, query("code=a%20b"))).isFalse();
        assertThat(areRight(webhook, query("x-key=a%20b%26c"))).isFalse();
        assertThat(areRight(webhook, headers("code", "a b&c"))).isFalse();
    }

    @Test
    void parametersMustAllBeThereAndRight() {
        var webhook = new Webhook(Auth.HTTP_QUERY_STRING, "key", Secret.of("one"), SECOND, List.of());
        assertThat(areRight(webhook, query("x-second=two&key=one"))).isTrue();
        assertThat(areRight(webhook, query("key=one"))).isFalse();
        assertThat(areRight(webhook, query("key=one&x-second="))).isFalse();
        assertThat(areRight(webhook, query("key=wrong&key=one&x-second=two"))).isFalse();
        assertThat(areRight(webhook, query("key=%zz&x-second=two"))).isFalse();
        assertThat(areRight(webhook, new MockHttpServletRequest())).isFalse();
    }

    private static boolean areRight(Webhook webhook, MockHttpServletRequest request) {
        return WebhookKeys.areRight(webhook, request::getHeader, request.getQueryString());
    }

    private static MockHttpServletRequest headers(String... namesAndValues) {
        var request = new MockHttpServletRequest();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request.addHeader(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request;
    }

    private static MockHttpServletRequest query(String query) {
        var request = new MockHttpServletRequest();
        request.setQueryString(query);
        return request;
    }
}
