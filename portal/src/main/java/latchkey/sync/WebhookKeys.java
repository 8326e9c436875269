package latchkey.sync;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import latchkey.settings.Secret;
import latchkey.sync.dataverse.DataverseSettings.Auth;
import latchkey.sync.dataverse.DataverseSettings.Webhook;
import org.jspecify.annotations.Nullable;

/** What a webhook must bring along, in one of the three ways that Dataverse knows (Dataverse facts §1a). */
final class WebhookKeys {

    /** The parameter of a webhook key, which nobody can choose. */
    private static final String CODE = "code";

    private WebhookKeys() {}

    /**
     * Whether every key is there and right; all are compared, so that time does not tell which one is wrong.
     *
     * @param header the value of a header
     * @param query what stands behind the question mark of the address
     */
    static boolean areRight(Webhook webhook, Function<String, @Nullable String> header, @Nullable String query) {
        var given = webhook.auth() == Auth.HTTP_HEADER ? Map.<String, String>of() : parameters(query);
        var right = true;
        for (var expected : expected(webhook).entrySet()) {
            var name = expected.getKey();
            right &= same(
                    expected.getValue().reveal(),
                    webhook.auth() == Auth.HTTP_HEADER ? header.apply(name) : given.get(name));
        }
        return right;
    }

    private static Map<String, Secret> expected(Webhook webhook) {
        var expected = new HashMap<>(webhook.auth() == Auth.WEBHOOK_KEY ? Map.of() : webhook.keys());
        expected.put(webhook.auth() == Auth.WEBHOOK_KEY ? CODE : webhook.header(), webhook.key());
        return expected;
    }

    /** From the address alone: the body is not read before the keys are right. */
    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&", 20)) {
            var sign = pair.indexOf('=');
            if (sign > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
