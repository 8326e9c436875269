package sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls Graph as one of the registered applications. */
public final class GraphClient {

    private final String token;

    private GraphClient(String token) {
        this.token = token;
    }

    public static GraphClient portal() {
        return as("a0000000-0000-4000-8000-000000000001", "sandbox-portal-secret");
    }

    public static GraphClient sync() {
        return as("a0000000-0000-4000-8000-000000000002", "sandbox-sync-secret");
    }

    public static GraphClient reader() {
        return as("a0000000-0000-4000-8000-000000000003", "sandbox-readonly-secret");
    }

    public static GraphClient withoutConsent() {
        return as("a0000000-0000-4000-8000-000000000004", "sandbox-noconsent-secret");
    }

    /** The identity engineer's application, in the tenant with this id. */
    public static GraphClient setUp(String tenant) {
        var number = tenant.equals(StartedSandbox.EMPLOYEES) ? 15 : 5;
        return as(tenant, "a0000000-0000-4000-8000-%012d".formatted(number), "sandbox-setup-secret");
    }

    /** The portal in the tenant of the kind External ID. */
    public static GraphClient external() {
        return as(
                StartedSandbox.EXTERNAL_CUSTOMERS,
                "a0000000-0000-4000-8000-000000000021",
                "sandbox-external-portal-secret");
    }

    /** An application of the employees' tenant. */
    public static GraphClient staff() {
        return as(StartedSandbox.EMPLOYEES, "a0000000-0000-4000-8000-000000000013", "sandbox-employees-secret");
    }

    public static GraphClient withToken(String token) {
        return new GraphClient(token);
    }

    public String token() {
        return token;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** The users who fulfil the expression; it is escaped here. */
    public Answer filter(String expression, String... headers) {
        return get("/users?$select=id,displayName&$filter=" + StartedSandbox.escaped(expression), headers);
    }

    public Answer post(String path, @Nullable String json) {
        return send("POST", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable String json, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token));
        if (json != null && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var address = path.startsWith("http")
                ? path
                : "/v1.0" + path.replace("$", "%24").replace(" ", "%20");
        return StartedSandbox.send(method, address, json, all.toArray(String[]::new));
    }

    private static GraphClient as(String appId, String secret) {
        return as(StartedSandbox.CUSTOMERS, appId, secret);
    }

    private static GraphClient as(String tenant, String appId, String secret) {
        var answer = StartedSandbox.form(
                "/" + tenant + "/oauth2/v2.0/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        appId,
                        "client_secret",
                        secret,
                        "scope",
                        "https://graph.microsoft.com/.default"));
        return new GraphClient(answer.json().path("access_token").asString());
    }
}
