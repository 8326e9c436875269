package latchkey.directory.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Pooled connections to one cloud: never repeats a request by itself, follows no redirect, keeps no cookie. */
final class Wire implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
    private static final Duration READ_LIMIT = Duration.ofSeconds(8);

    // Graph names no upper bound for a write; its clients give up after 30 to 100 seconds.
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(30);

    private final CloseableHttpClient connections;
    private final RestClient reads;
    private final RestClient writes;

    Wire() {
        connections = connections();
        reads = restClient(READ_LIMIT);
        writes = restClient(WRITE_LIMIT);
    }

    /**
     * Sends one request.
     *
     * @throws NotSent when the other side cannot have seen it
     * @throws IOException when it may have
     */
    Answer send(HttpMethod method, URI target, Consumer<HttpHeaders> headers, byte @Nullable [] body)
            throws IOException {
        var client = method.equals(HttpMethod.GET) ? reads : writes;
        var request = client.method(method).uri(target).headers(headers);
        try {
            var ready = body == null ? request : request.body(body);
            return Objects.requireNonNull(ready.exchange((sent, answer) -> whole(answer)));
        } catch (ResourceAccessException e) {
            throw causeOf(e);
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }

    private static Answer whole(ClientHttpResponse answer) throws IOException {
        var body = answer.getBody().readNBytes(LARGEST_ANSWER + 1);
        if (body.length > LARGEST_ANSWER) {
            throw new IOException("The answer is longer than " + LARGEST_ANSWER + " bytes");
        }
        return new Answer(answer.getStatusCode().value(), answer.getHeaders(), body);
    }

    private static IOException causeOf(ResourceAccessException e) {
        var cause = e.getCause() instanceof IOException io ? io : new IOException(e);
        return wasNeverSent(cause) ? new NotSent(cause) : cause;
    }

    private static boolean wasNeverSent(IOException cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException;
    }

    private RestClient restClient(Duration limit) {
        var factory = new HttpComponentsClientHttpRequestFactory(connections);
        factory.setReadTimeout(limit);
        factory.setConnectionRequestTimeout(Duration.ofSeconds(3));
        return RestClient.builder().requestFactory(factory).build();
    }

    private static CloseableHttpClient connections() {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(3))
                .setSocketTimeout(Timeout.ofSeconds(30))
                // A connection that the far side closed meanwhile would leave a write without answer.
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(connection)
                .build();
        return HttpClients.custom()
                .setConnectionManager(pool)
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Latchkey")
                .build();
    }

    /** The connection could not be made, so nothing was asked. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
