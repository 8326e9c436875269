package sandbox.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form, and client id and secret from HTTP Basic authentication. */
final class Form {

    private Form() {}

    static Map<String, String> of(HttpServletRequest request) throws IOException {
        var fields = new HashMap<String, String>();
        if (isForm(request.getContentType())) {
            var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            for (var pair : body.split("&")) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        addBasic(fields, request.getHeader("Authorization"));
        return fields;
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static void addBasic(Map<String, String> fields, @Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            if (colon > 0) {
                // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
                fields.putIfAbsent("client_id", decoded(pair.substring(0, colon)));
                fields.putIfAbsent("client_secret", decoded(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException noBase64) {
            throw TokenRefusal.badRequest(
                    "invalid_request", 900144, "The Authorization header is not in valid Basic format.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongEscape) {
            throw TokenRefusal.badRequest(
                    "invalid_request", 9002313, "Invalid request. Request is malformed or invalid.");
        }
    }
}
