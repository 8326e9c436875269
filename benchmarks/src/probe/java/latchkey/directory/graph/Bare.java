package latchkey.directory.graph;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** What the adapter is compared with: the HTTP client that it uses itself, and nothing around it. */
final class Bare {

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(Reach.CONNECTIONS)
                    .setMaxConnTotal(Reach.CONNECTIONS)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();

    private final String token;

    Bare(String token) {
        this.token = token;
    }

    /** The body, read whole. */
    byte[] get(String url) throws IOException {
        return send(new HttpUriRequestBase("GET", URI.create(url)), 200);
    }

    void patch(String url, String json) throws IOException {
        var request = new HttpUriRequestBase("PATCH", URI.create(url));
        request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        send(request, 204);
    }

    private byte[] send(HttpUriRequestBase request, int expected) throws IOException {
        request.setHeader("Authorization", "Bearer " + token);
        return client.execute(request, answer -> {
            var body = answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
            if (answer.getCode() != expected) {
                throw new IOException(answer.getCode() + ": " + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        });
    }
}
