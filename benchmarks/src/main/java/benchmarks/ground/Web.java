package benchmarks.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** A client with cookies that speaks to portal and sandbox alike, so that both are measured with the same one. */
public final class Web implements AutoCloseable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final CloseableHttpClient client;

    /** An answer, read whole. */
    public record Answer(int status, String body, String address) {

        /** The same answer when it is a success. */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("expected %d, got %d from %s: %s"
                        .formatted(wanted, status, address, body.substring(0, Math.min(300, body.length()))));
            }
            return this;
        }
    }

    public Web() {
        client = HttpClients.custom()
                .setDefaultCookieStore(new BasicCookieStore())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(64)
                        .setMaxConnTotal(128)
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    /** GET, following redirects; headers as names and values, one after the other. */
    public Answer get(String url, @Nullable String bearer, String... headers) {
        var get = new HttpGet(url);
        setHeaders(get, headers);
        return send(get, bearer);
    }

    public Answer postJson(String url, @Nullable String bearer, String body, String... headers) {
        return send(withBody(new HttpPost(url), body, headers), bearer);
    }

    /** A form of names and values, one after the other. */
    public Answer form(String url, String... namesAndValues) {
        var fields = new ArrayList<BasicNameValuePair>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new BasicNameValuePair(namesAndValues[i], namesAndValues[i + 1]));
        }
        var post = new HttpPost(url);
        post.setEntity(new UrlEncodedFormEntity(fields));
        return send(post, null);
    }

    public Answer json(String method, String url, @Nullable String bearer, String body) {
        return send(withBody(new HttpUriRequestBase(method, java.net.URI.create(url)), body), bearer);
    }

    /** Signs an employee in through the sandbox's picker, so that the next GETs carry the portal's session. */
    public void signIn(String portal, String employee) {
        var picker = get(portal + "/", null).expect(200);
        var fields = new ArrayList<BasicNameValuePair>();
        var hidden = HIDDEN.matcher(picker.body());
        while (hidden.find()) {
            fields.add(new BasicNameValuePair(hidden.group(1), unescaped(hidden.group(2))));
        }
        fields.add(new BasicNameValuePair("employee", employee));
        var action = ACTION.matcher(picker.body());
        if (!action.find()) {
            throw new IllegalStateException("no form to pick an employee at " + picker.address());
        }
        var post = new HttpPost(java.net.URI.create(picker.address()).resolve(unescaped(action.group(1))));
        post.setEntity(new UrlEncodedFormEntity(List.copyOf(fields)));
        var answer = send(post, null);
        if (!answer.address().startsWith(portal)) {
            throw new IllegalStateException("not signed in, but at " + answer.address());
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpUriRequestBase request, @Nullable String bearer) {
        if (bearer != null) {
            request.setHeader("Authorization", "Bearer " + bearer);
        }
        var context = HttpClientContext.create();
        try {
            return client.execute(request, context, response -> {
                var entity = response.getEntity();
                var body = entity == null ? "" : EntityUtils.toString(entity);
                return new Answer(response.getCode(), body, address(request, context));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpUriRequestBase request, HttpClientContext context) {
        var redirects = context.getRedirectLocations();
        try {
            return redirects == null || redirects.size() == 0
                    ? request.getUri().toString()
                    : redirects.get(redirects.size() - 1).toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpUriRequestBase withBody(HttpUriRequestBase request, String body, String... headers) {
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        setHeaders(request, headers);
        return request;
    }

    private static void setHeaders(HttpUriRequestBase request, String... headers) {
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    }
}
