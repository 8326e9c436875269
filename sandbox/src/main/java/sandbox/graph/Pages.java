package sandbox.graph;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;

/** Skip tokens: where a list goes on, for the same caller's tenant and options only, and not for ever (facts §3.1). */
@Component
public class Pages {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int SEAL = 12;

    private final SandboxClock clock;
    private final SecretKeySpec key;

    Pages(SandboxClock clock) {
        this.clock = clock;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Where the asked page begins; empty for the first. */
    public String start(GraphCall call) {
        var token = call.query().option("skiptoken");
        return token == null ? "" : opened(token, call);
    }

    /** The address of the page after this place. */
    public String nextLink(GraphCall call, String after) {
        var link = new StringBuilder(call.root())
                .append(call.path().replace("'", "%27").replace(" ", "%20"));
        var separator = '?';
        for (var name : List.of("select", "filter", "top", "orderby", "count", "search", "format")) {
            var value = call.query().option(name);
            if (value != null) {
                link.append(separator).append("%24").append(name).append('=').append(escaped(value));
                separator = '&';
            }
        }
        return link.append(separator)
                .append("%24skiptoken=")
                .append(sealed(after, call))
                .toString();
    }

    private String sealed(String after, GraphCall call) {
        var place = after.getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(Long.BYTES + place.length)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(place)
                .array();
        var whole = ByteBuffer.allocate(SEAL + content.length)
                .put(seal(content, call))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private String opened(String token, GraphCall call) {
        try {
            var whole = Base64.getUrlDecoder().decode(token);
            if (whole.length < SEAL + Long.BYTES) {
                throw expired();
            }
            var content = Arrays.copyOfRange(whole, SEAL, whole.length);
            if (!Arrays.equals(seal(content, call), 0, SEAL, whole, 0, SEAL)) {
                throw expired();
            }
            if (ByteBuffer.wrap(content).getLong() < clock.instant().getEpochSecond()) {
                throw expired();
            }
            return new String(content, Long.BYTES, content.length - Long.BYTES, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw expired();
        }
    }

    private byte[] seal(byte[] content, GraphCall call) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(
                    (call.tenant().id() + call.path() + call.query().fingerprint()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GraphError expired() {
        return new GraphError(
                400,
                "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.",
                List.of());
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
