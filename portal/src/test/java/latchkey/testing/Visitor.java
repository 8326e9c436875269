package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who visits one of the portal's ports: with cookies like a browser, or with a token like a program. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HERE = "127.0.0.1";

    private static final String ANOTHER_NETWORK = "127.0.77.1";

    private final URI base;

    private final CookieManager cookies;

    private final HttpClient http;

    private final Map<String, String> headers;

    private Visitor(URI base, Map<String, String> headers, HttpClient.Redirect redirects) {
        this(base, headers, redirects, new CookieManager(null, CookiePolicy.ACCEPT_ALL), HERE);
    }

    private Visitor(
            URI base, Map<String, String> headers, HttpClient.Redirect redirects, CookieManager cookies, String from) {
        this.base = base;
        this.headers = new LinkedHashMap<>(headers);
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(30))
                .followRedirects(redirects)
                .localAddress(new InetSocketAddress(from, 0).getAddress())
                .build();
    }

    /** Somebody with a browser, whom redirects lead on. */
    static Visitor withBrowser(URI base) {
        return new Visitor(
                base, Map.of("Accept", "text/html,*/*;q=0.8", "Accept-Language", "en"), HttpClient.Redirect.NORMAL);
    }

    /** Somebody who sees each redirect instead of following it. */
    public static Visitor stayingHere(URI base) {
        return new Visitor(
                base, Map.of("Accept", "text/html,*/*;q=0.8", "Accept-Language", "en"), HttpClient.Redirect.NEVER);
    }

    /** A program with a bearer token. */
    static Visitor withToken(URI base, String token) {
        return new Visitor(
                base,
                Map.of("Accept", "application/json", "Authorization", "Bearer " + token),
                HttpClient.Redirect.NEVER);
    }

    /** Sends this header with every request from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same cookies in another network: all of 127.0.0.0/8 is this machine. */
    public Visitor inAnotherNetwork() {
        return new Visitor(base, headers, HttpClient.Redirect.NORMAL, cookies, ANOTHER_NETWORK);
    }

    /** The cookies held, for those who look at them or give them to a browser. */
    public CookieManager cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Posts a form as it is given, without any token. */
    public Answer post(String path, Map<String, String> form) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(encoded(form)),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Posts a form with the token against forgery, taken from the page that is open to every agent. */
    public Answer postForm(String path, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("_csrf", csrf());
        return post(path, all);
    }

    /** Fills in and sends a form of a page that was answered: hidden fields and token go along. */
    public Answer submit(Answer page, String formSelector, Map<String, String> fields) {
        var form = page.document().expectFirst(formSelector);
        var all = new LinkedHashMap<String, String>();
        form.select("input[name]:not([type=checkbox],[type=radio]), textarea[name]")
                .forEach(input -> all.put(input.attr("name"), input.val()));
        form.select("input[name][checked]").forEach(input -> all.put(input.attr("name"), input.val()));
        all.putAll(fields);
        return post(page.uri().resolve(form.attr("action")).toString(), all);
    }

    /** Posts JSON; an agent's session also needs {@link #csrf} as header. */
    public Answer postJson(String path, Object body) {
        return send("POST", path, json(body), Map.of("Content-Type", "application/json"));
    }

    public Answer putJson(String path, Object body) {
        return send("PUT", path, json(body), Map.of("Content-Type", "application/json"));
    }

    /** Sends anything. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The token against forgery of this session. */
    public String csrf() {
        return get("/me").document().expectFirst("meta[name=csrf]").attr("content");
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
