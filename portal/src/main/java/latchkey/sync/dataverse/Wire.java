package latchkey.sync.dataverse;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Pooled connections to Dataverse and its token endpoint: repeats nothing, follows no redirect, keeps no cookie. */
@Component("dataverseWire")
class Wire {

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout ANSWER = Timeout.ofSeconds(20);

    private final CloseableHttpClient connections = connections();
    private final RestClient client = RestClient.builder()
            .requestFactory(new HttpComponentsClientHttpRequestFactory(connections))
            .build();

    /** An answer, read whole. */
    record Answer(int status, HttpHeaders headers, String body) {

        @Nullable
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Asks for rows as OData, at most so many at once; 0 leaves it to the other side (Dataverse facts §1d). */
    Answer get(URI target, String token, int rows) throws IOException {
        var request = client.get()
                .uri(target)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("OData-MaxVersion", "4.0")
                .header("OData-Version", "4.0");
        if (rows > 0) {
            request.header("Prefer", "odata.maxpagesize=" + rows);
        }
        return answerTo(request);
    }

    /** As the other, saying how the answer is preferred. */
    Answer get(URI target, String token, String prefer) throws IOException {
        var request = client.get()
                .uri(target)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("OData-MaxVersion", "4.0")
                .header("OData-Version", "4.0")
                .header("Prefer", prefer);
        return answerTo(request);
    }

    /** Sends a form as the token library wrote it. */
    Answer post(URI target, Map<String, String> headers, String form) throws IOException {
        var request = client.post()
                .uri(target)
                .headers(into -> headers.forEach(into::set))
                .body(form.getBytes(StandardCharsets.UTF_8));
        return answerTo(request);
    }

    @PreDestroy
    void close() throws IOException {
        connections.close();
    }

    private static Answer answerTo(RestClient.RequestHeadersSpec<?> request) throws IOException {
        try {
            return Objects.requireNonNull(request.exchange((sent, answer) -> whole(answer)));
        } catch (ResourceAccessException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static Answer whole(ClientHttpResponse answer) throws IOException {
        var body = answer.getBody().readNBytes(LARGEST_ANSWER + 1);
        if (body.length > LARGEST_ANSWER) {
            throw new IOException("the answer is longer than " + LARGEST_ANSWER + " bytes");
        }
        return new Answer(
                answer.getStatusCode().value(), answer.getHeaders(), new String(body, StandardCharsets.UTF_8));
    }

    private static CloseableHttpClient connections() {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(ANSWER)
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(50)
                .setMaxConnPerRoute(50)
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
}
