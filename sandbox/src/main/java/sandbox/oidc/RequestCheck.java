package sandbox.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sandbox.tenants.Application;

/** Checks a request to sign somebody in, in the order in which Entra complains. */
class RequestCheck {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");

    private final Map<String, String> sent;

    private RequestCheck(Map<String, String> sent) {
        this.sent = sent;
    }

    /** Checks what was {@code sent} to a tenant in which {@code apps} finds registrations by client id. */
    static Checked check(Map<String, String> sent, Function<String, Optional<Application>> apps) {
        return new RequestCheck(sent).check(apps);
    }

    private Checked check(Function<String, Optional<Application>> apps) {
        String clientId = value("client_id");
        if (clientId.isEmpty()) {
            return new Checked.Shown(SignInError.missing("client_id"));
        }
        return apps.apply(clientId).map(this::checkAddress).orElseGet(() -> new Checked.Shown(unknownApp(clientId)));
    }

    /** A code never travels to an address that is not registered, and neither does an error. */
    private Checked checkAddress(Application app) {
        return Addresses.isRegistered(app.redirectUris(), value("redirect_uri"))
                ? firstComplaint()
                        .<Checked>map(this::tell)
                        .orElseGet(() -> new Checked.Good(SignInRequest.of(app.appId(), sent)))
                : new Checked.Shown(wrongAddress(app));
    }

    private Optional<SignInError> firstComplaint() {
        return Stream.of(
                        responseType(),
                        responseMode(),
                        scope(),
                        prompt(),
                        maxAge(),
                        claims(),
                        challengeMethod(),
                        challenge())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<SignInError> responseType() {
        return switch (value("response_type")) {
            case "code" -> Optional.empty();
            case "" -> Optional.of(SignInError.missing("response_type"));
            case "id_token", "token", "code id_token", "id_token token" ->
                Optional.of(new SignInError(
                        "unsupported_response_type",
                        700054,
                        "response_type '" + value("response_type") + "' is not enabled for the application."));
            default ->
                Optional.of(new SignInError(
                        "unsupported_response_type",
                        70005,
                        "response_type '" + value("response_type") + "' is not supported; use 'code'."));
        };
    }

    private Optional<SignInError> responseMode() {
        return oneOf("response_mode", Set.of("query", "form_post"));
    }

    private Optional<SignInError> scope() {
        if (value("scope").isBlank()) {
            return Optional.of(SignInError.missing("scope"));
        }
        return Set.of(value("scope").split(" ")).contains("openid")
                ? Optional.empty()
                : Optional.of(new SignInError("invalid_scope", 70011, "The scope must contain 'openid'."));
    }

    private Optional<SignInError> prompt() {
        return oneOf("prompt", PROMPTS);
    }

    private Optional<SignInError> maxAge() {
        return value("max_age").matches("\\d{0,9}")
                ? Optional.empty()
                : Optional.of(SignInError.unsupported("max_age", value("max_age")));
    }

    private Optional<SignInError> claims() {
        return AskedContexts.in(value("claims")).isPresent()
                ? Optional.empty()
                : Optional.of(SignInError.unsupported("claims", value("claims")));
    }

    private Optional<SignInError> challengeMethod() {
        boolean plain = !value("code_challenge").isEmpty() && !"S256".equals(value("code_challenge_method"));
        return plain
                ? Optional.of(SignInError.unsupported("code_challenge_method", value("code_challenge_method")))
                : Optional.empty();
    }

    /** 32 bytes of SHA-256 are 43 characters of base64url (RFC 7636, section 4.2). */
    private Optional<SignInError> challenge() {
        String challenge = value("code_challenge");
        return challenge.isEmpty() || CHALLENGE.matcher(challenge).matches()
                ? Optional.empty()
                : Optional.of(new SignInError("invalid_request", 501491, "Invalid size of Code_Challenge parameter."));
    }

    private Optional<SignInError> oneOf(String parameter, Set<String> values) {
        String value = value(parameter);
        return value.isEmpty() || values.contains(value)
                ? Optional.empty()
                : Optional.of(SignInError.unsupported(parameter, value));
    }

    private Checked tell(SignInError error) {
        return new Checked.Told(
                value("redirect_uri"), "form_post".equals(value("response_mode")), sent.get("state"), error);
    }

    private String value(String parameter) {
        return sent.getOrDefault(parameter, "");
    }

    private static SignInError unknownApp(String clientId) {
        return new SignInError(
                "unauthorized_client",
                700016,
                "Application with identifier '" + clientId
                        + "' was not found in the directory. Check the client id and the tenant that you sign in to.");
    }

    private SignInError wrongAddress(Application app) {
        return new SignInError(
                "invalid_request",
                50011,
                "The redirect URI '" + value("redirect_uri")
                        + "' specified in the request does not match the redirect URIs configured for the application '"
                        + app.appId() + "'.");
    }
}
