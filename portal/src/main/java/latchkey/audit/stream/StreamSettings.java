package latchkey.audit.stream;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the trail is handed on to; nowhere unless one of them is set.
 *
 * @param file one JSON line for each entry; may be moved away at any time, a new one is begun then
 * @param webhook takes entries as JSON lines by POST
 * @param secret signs what the webhook is sent
 */
@ConfigurationProperties("latchkey.audit.stream")
record StreamSettings(
        @Nullable Path file,
        @Nullable URI webhook,
        @Nullable Secret secret) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    StreamSettings {
        if (webhook != null && secret == null) {
            throw new IllegalArgumentException("latchkey.audit.stream.webhook needs latchkey.audit.stream.secret");
        }
        if (webhook != null && !isSafe(webhook)) {
            throw new IllegalArgumentException(
                    "latchkey.audit.stream.webhook must begin with https://; plain http is for 127.0.0.1 only");
        }
    }

    private static boolean isSafe(URI url) {
        return "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost())));
    }
}
