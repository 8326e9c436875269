package latchkey.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the portal: links are made from these, never from what a request claims.
 *
 * @param url the agents' address, as their browsers see it
 * @param front where customers reach their own pages
 */
@ConfigurationProperties("latchkey")
public record AddressSettings(
        @DefaultValue("http://127.0.0.1:8080") URI url,
        @Valid @NotNull @DefaultValue Front front) {

    /**
     * The customers' pages.
     *
     * @param port the port they listen on
     * @param url their address, as customers' browsers see it
     */
    public record Front(
            @Min(0) @Max(65_535) @DefaultValue("8081") int port,
            @DefaultValue("http://127.0.0.1:8081") URI url) {}

    /** Whether agents come over TLS, so that cookies can be bound to it. */
    public boolean overTls() {
        return "https".equals(url.getScheme());
    }
}
