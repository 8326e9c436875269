package sandbox.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import sandbox.clock.SandboxClock;
import sandbox.journal.Exchange;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** {@code POST /{tenant}/oauth2/v2.0/token}, in B2C also below the name of a user flow (facts §2). */
@RestController
class TokenEndpoint {

    private static final Pattern TENANT_NAME = Pattern.compile("[0-9a-fA-F-]{36}|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Tenants tenants;
    private final SandboxClock clock;
    private final Map<String, Grant> grants;

    TokenEndpoint(Tenants tenants, SandboxClock clock, List<Grant> grants) {
        this.tenants = tenants;
        this.clock = clock;
        this.grants = grants.stream().collect(Collectors.toMap(Grant::type, Function.identity()));
    }

    @PostMapping({"/{tenant}/oauth2/v2.0/token", "/{tenant}/{policy:[bB]2[cC]_1.*}/oauth2/v2.0/token"})
    ResponseEntity<Map<String, Object>> token(
            @PathVariable String tenant,
            @PathVariable(required = false) @Nullable String policy,
            HttpServletRequest request)
            throws IOException {
        var exchange = Exchange.of(request);
        try {
            var form = Form.of(request);
            var appId = form.get("client_id");
            if (appId != null) {
                exchange.calledBy(appId);
            }
            var answer = grant(form).answer(new TokenRequest(tenant(tenant), policy, form, root(request)));
            return answer(200, answer);
        } catch (TokenRefusal refusal) {
            return answer(refusal.status(), body(refusal, exchange, request.getHeader("client-request-id")));
        }
    }

    private Grant grant(Map<String, String> form) {
        var type = form.get("grant_type");
        if (type == null || type.isBlank()) {
            throw TokenRefusal.missing("grant_type");
        }
        var grant = grants.get(type);
        if (grant == null) {
            throw TokenRefusal.badRequest(
                    "unsupported_grant_type", 70003, "The app requested an unsupported grant type '" + type + "'.");
        }
        return grant;
    }

    private Tenant tenant(String name) {
        if (!TENANT_NAME.matcher(name).matches()) {
            throw TokenRefusal.badRequest(
                    "invalid_request",
                    900023,
                    "Specified tenant identifier '" + name
                            + "' is neither a valid DNS name, nor a valid external domain.");
        }
        return tenants.tenant(name)
                .orElseThrow(() -> TokenRefusal.badRequest(
                        "invalid_request",
                        90002,
                        "Tenant '" + name + "' not found. Check to make sure you have the correct tenant ID and are"
                                + " signing into the correct cloud."));
    }

    private Map<String, Object> body(TokenRefusal refusal, Exchange exchange, @Nullable String clientRequestId) {
        var correlation = Objects.requireNonNullElseGet(
                clientRequestId, () -> UUID.randomUUID().toString());
        var timestamp = TIMESTAMP.format(clock.instant());
        var body = new LinkedHashMap<String, Object>();
        body.put("error", refusal.error());
        body.put(
                "error_description",
                "AADSTS" + refusal.code() + ": " + refusal.getMessage() + " Trace ID: " + exchange.requestId()
                        + " Correlation ID: " + correlation + " Timestamp: " + timestamp);
        body.put("error_codes", List.of(refusal.code()));
        body.put("timestamp", timestamp);
        body.put("trace_id", exchange.requestId());
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + refusal.code());
        return body;
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.APPLICATION_JSON, java.nio.charset.StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store, no-cache")
                .header("Pragma", "no-cache")
                .body(body);
    }

    private static String root(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", "https://".length()));
    }
}
