package sandbox.tls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether there is an encrypted door.
 *
 * @param port of 127.0.0.1, 0 for any free one; none when there shall be no such door
 */
@ConfigurationProperties("sandbox.tls")
record TlsSettings(@Nullable Integer port) {}
