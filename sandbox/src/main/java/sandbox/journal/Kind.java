package sandbox.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of Microsoft's services, or of those beside them, a request was meant for. */
public enum Kind {
    GRAPH,
    TOKEN,
    OIDC,
    DATAVERSE,
    WEBHOOK,
    MAIL,
    SMS;

    private static final Pattern TOKEN_PATH = Pattern.compile("/[^/]+(/[bB]2[cC]_1[^/]*)?/oauth2/v2\\.0/token");
    private static final Pattern OIDC_PATH = Pattern.compile("/[^/]+(/[bB]2[cC]_1[^/]*)?/(v2\\.0|discovery|oauth2)/.*");

    /** Empty for the sandbox's own pages and API. */
    public static Optional<Kind> of(String path) {
        return Optional.ofNullable(kindOf(path));
    }

    /**
     * The kind with this lower-case name.
     *
     * @throws IllegalArgumentException naming the kinds there are
     */
    @JsonCreator
    public static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind is called '" + name
                        + "'; there are graph, token, oidc, dataverse, webhook, mail and sms"));
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Kind kindOf(String path) {
        if (path.startsWith("/v1.0") || path.startsWith("/beta")) {
            return GRAPH;
        }
        if (path.startsWith("/api/data")) {
            return DATAVERSE;
        }
        if (path.startsWith("/sms/") || path.startsWith("/2010-04-01/")) {
            return SMS;
        }
        if (path.startsWith("/sandbox") || path.startsWith("/console")) {
            return null;
        }
        if (TOKEN_PATH.matcher(path).matches()) {
            return TOKEN;
        }
        return OIDC_PATH.matcher(path).matches() ? OIDC : null;
    }
}
