package sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.oidc.AuthorizationCodes.Redeemed;
import sandbox.oidc.AuthorizationCodes.SignedIn;
import sandbox.token.Clients;
import sandbox.token.Grant;
import sandbox.token.TokenRefusal;
import sandbox.token.TokenRequest;

/** An app exchanges the code that came with the browser for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.6). */
@Component
class AuthorizationCodeGrant implements Grant {

    private final Clients clients;
    private final AuthorizationCodes codes;
    private final Employees employees;
    private final EmployeeTokens tokens;
    private final CustomerTokens customers;

    AuthorizationCodeGrant(
            Clients clients,
            AuthorizationCodes codes,
            Employees employees,
            EmployeeTokens tokens,
            CustomerTokens customers) {
        this.clients = clients;
        this.codes = codes;
        this.employees = employees;
        this.tokens = tokens;
        this.customers = customers;
    }

    @Override
    public String type() {
        return "authorization_code";
    }

    @Override
    public Map<String, Object> answer(TokenRequest request) {
        var code = request.field("code");
        request.field("redirect_uri");
        var application = clients.authenticated(request);
        var signedIn = redeemed(codes.redeem(code));
        demandSameApp(signedIn, application.appId());
        demandSameFlow(signedIn, request.policy());
        demandSameAddress(signedIn, request.field("redirect_uri"));
        demandVerifier(signedIn.request().codeChallenge(), request.form().get("code_verifier"));
        return signedIn.policy() == null ? answer(signedIn, employee(signedIn)) : customers.answer(signedIn);
    }

    private Map<String, Object> answer(SignedIn signedIn, Employee employee) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("scope", signedIn.request().scope());
        answer.put("expires_in", EmployeeTokens.LIFE.toSeconds());
        answer.put("ext_expires_in", EmployeeTokens.LIFE.toSeconds());
        answer.put("access_token", tokens.forUserInfo(signedIn, employee));
        answer.put("id_token", tokens.identity(signedIn, employee));
        return answer;
    }

    private static SignedIn redeemed(Redeemed redeemed) {
        return switch (redeemed) {
            case Redeemed.Fresh fresh -> fresh.signedIn();
            case Redeemed.Unknown unknown ->
                throw refusal(9002313, "Invalid request. Request is malformed or invalid.");
            case Redeemed.Used used ->
                throw refusal(
                        54005,
                        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an"
                                + " existing refresh token.");
            case Redeemed.Expired expired ->
                throw refusal(
                        70008,
                        "The provided authorization code or refresh token has expired due to inactivity. Send a new"
                                + " interactive authorization request for this user and resource.");
        };
    }

    private static void demandSameApp(SignedIn signedIn, String appId) {
        if (!signedIn.request().appId().equals(appId)) {
            throw refusal(700005, "Provided authorization code is intended to use against other application.");
        }
    }

    private static void demandSameFlow(SignedIn signedIn, @Nullable String policy) {
        if (!Objects.equals(folded(signedIn.policy()), folded(policy))) {
            throw refusal(
                    90088,
                    "The provided grant has not been issued for this endpoint. Actual Value : " + policy
                            + " and Expected Value : " + signedIn.policy());
        }
    }

    private static @Nullable String folded(@Nullable String policy) {
        return policy == null ? null : policy.toLowerCase(Locale.ROOT);
    }

    private static void demandSameAddress(SignedIn signedIn, String address) {
        if (!signedIn.request().redirectUri().equals(address)) {
            throw TokenRefusal.badRequest(
                    "invalid_client",
                    500112,
                    "The reply address '" + address + "' does not match the reply address '"
                            + signedIn.request().redirectUri() + "' provided when requesting Authorization code.");
        }
    }

    private static void demandVerifier(@Nullable String challenge, @Nullable String verifier) {
        if (verifier == null) {
            demandNone(challenge);
        } else if (challenge == null || !same(challenge, EmployeeTokens.base64(EmployeeTokens.sha256(verifier)))) {
            throw refusal(
                    501481,
                    "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
        }
    }

    private static void demandNone(@Nullable String challenge) {
        if (challenge != null) {
            throw TokenRefusal.missing("code_verifier");
        }
    }

    private Employee employee(SignedIn signedIn) {
        return employees
                .withKey(signedIn.session().employeeKey())
                .filter(Employee::enabled)
                .orElseThrow(() -> refusal(50057, "The user account is disabled."));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static TokenRefusal refusal(int code, String description) {
        return TokenRefusal.badRequest("invalid_grant", code, description);
    }
}
