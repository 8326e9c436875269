package sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import sandbox.tenants.Tenant;
import sandbox.token.SigningKeys;

/** What an app needs to know before it sends anybody to sign in (OpenID Connect Discovery 1.0). */
@RestController
class Discovery {

    private final Issuer issuer;
    private final SigningKeys keys;

    Discovery(Issuer issuer, SigningKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    @GetMapping("/{tenant}/v2.0/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> configuration(@PathVariable String tenant) {
        return issuer.tenant(tenant)
                .map(found -> ResponseEntity.ok(configurationOf(found.id())))
                .orElseGet(() -> ResponseEntity.badRequest().body(unknown(tenant)));
    }

    /** What a user flow of B2C publishes: its own addresses, and the tenant's issuer, which has no flow in it. */
    @GetMapping("/{tenant}/{policy:[bB]2[cC]_1.*}/v2.0/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> flow(@PathVariable String tenant, @PathVariable String policy) {
        return issuer.tenant(tenant)
                .filter(found -> UserFlows.has(found, policy))
                .map(found -> ResponseEntity.ok(flowOf(found, policy.toLowerCase(Locale.ROOT))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{tenant}/{policy:[bB]2[cC]_1.*}/discovery/v2.0/keys")
    ResponseEntity<Map<String, Object>> keysOfFlow(@PathVariable String tenant, @PathVariable String policy) {
        return issuer.tenant(tenant)
                .filter(found -> UserFlows.has(found, policy))
                .map(found -> ResponseEntity.ok(keys.publicKeys().toJSONObject()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Map<String, Object> flowOf(Tenant tenant, String policy) {
        var root = issuer.root() + "/" + tenant.domain() + "/" + policy;
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("issuer", issuer.ofCustomers(tenant.id()));
        found.put("authorization_endpoint", root + "/oauth2/v2.0/authorize");
        found.put("token_endpoint", root + "/oauth2/v2.0/token");
        found.put("jwks_uri", root + "/discovery/v2.0/keys");
        found.put("response_modes_supported", List.of("query", "form_post"));
        found.put("response_types_supported", List.of("code"));
        found.put("scopes_supported", List.of("openid"));
        found.put("subject_types_supported", List.of("pairwise"));
        found.put("id_token_signing_alg_values_supported", List.of("RS256"));
        found.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        found.put(
                "claims_supported",
                List.of(
                        "name",
                        "emails",
                        "oid",
                        "sub",
                        "tfp",
                        "iss",
                        "iat",
                        "exp",
                        "aud",
                        "acr",
                        "nonce",
                        "auth_time"));
        return found;
    }

    /** Two keys, as during a rotation; both verify, one signs. */
    @GetMapping("/{tenant}/discovery/v2.0/keys")
    ResponseEntity<Map<String, Object>> keys(@PathVariable String tenant) {
        return issuer.tenant(tenant).isPresent()
                ? ResponseEntity.ok(keys.publicKeys().toJSONObject())
                : ResponseEntity.badRequest().body(unknown(tenant));
    }

    private Map<String, Object> configurationOf(String tenantId) {
        var root = issuer.root() + "/" + tenantId;
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("token_endpoint", root + "/oauth2/v2.0/token");
        found.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        found.put("jwks_uri", root + "/discovery/v2.0/keys");
        found.put("response_modes_supported", List.of("query", "form_post"));
        found.put("subject_types_supported", List.of("pairwise"));
        found.put("id_token_signing_alg_values_supported", List.of("RS256"));
        found.put("response_types_supported", List.of("code"));
        found.put("scopes_supported", List.of("openid", "profile", "email"));
        found.put("issuer", issuer.of(tenantId));
        found.put("request_uri_parameter_supported", false);
        found.put("userinfo_endpoint", issuer.root() + "/oidc/userinfo");
        found.put("authorization_endpoint", root + "/oauth2/v2.0/authorize");
        found.put("end_session_endpoint", root + "/oauth2/v2.0/logout");
        found.put("frontchannel_logout_supported", true);
        found.put("http_logout_supported", true);
        found.put("code_challenge_methods_supported", List.of("S256"));
        found.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "nonce",
                        "preferred_username",
                        "name",
                        "tid",
                        "oid",
                        "ver",
                        "email",
                        "roles",
                        "groups",
                        "sid",
                        "login_hint"));
        return found;
    }

    private static Map<String, Object> unknown(String tenant) {
        return Map.of(
                "error",
                "invalid_tenant",
                "error_description",
                "AADSTS90002: Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID.",
                "error_codes",
                List.of(90002));
    }
}
