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

/** Where a list goes on, or changes are asked for from: for the same tenant and options only, and not for ever (facts §3.1, §10). */
@Component
public class Pages {

    private static final String SKIP = "skiptoken";
    private static final String DELTA = "deltatoken";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LIFE_OF_DELTA = Duration.ofDays(7);
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
        var token = call.query().option(SKIP);
        return token == null ? "" : opened(token, call);
    }

    /**
     * From where changes are asked for; empty when they never were.
     *
     * @throws GraphError 410 when the token is too old or not ours
     */
    public String changesFrom(GraphCall call) {
        var token = call.query().option(DELTA);
        try {
            return token == null ? "" : opened(token, call);
        } catch (GraphError expired) {
            throw new GraphError(410, "syncStateNotFound", "The sync state generation is not found.", List.of());
        }
    }

    /** The address at which later changes are found. */
    public String deltaLink(GraphCall call, String from) {
        return link(call, DELTA, from, LIFE_OF_DELTA);
    }

    /** The address of the page after this place. */
    public String nextLink(GraphCall call, String after) {
        return link(call, SKIP, after, LIFE);
    }

    private String link(GraphCall call, String token, String place, Duration life) {
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
                .append("%24")
                .append(token)
                .append('=')
                .append(sealed(place, life, call))
                .toString();
    }

    private String sealed(String text, Duration life, GraphCall call) {
        var place = text.getBytes(StandardCharsets.UTF_8);
        var content = ByteBuffer.allocate(Long.BYTES + place.length)
                .putLong(clock.instant().plus(life).getEpochSecond())
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
