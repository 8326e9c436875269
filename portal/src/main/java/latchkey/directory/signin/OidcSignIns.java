package latchkey.directory.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInAnswer;
import latchkey.directory.SignInRoute;
import latchkey.directory.SignInTie;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Authorization code with state, nonce and proof key; of the tokens only the id token is read, and nothing is kept. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class OidcSignIns implements CustomerSignIns {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIns.class);

    private final Map<DirectoryId, Authority> authorities = new LinkedHashMap<>();
    private final List<Place> places;
    private final RestClientAuthorizationCodeTokenResponseClient tokens =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final Clock clock;

    OidcSignIns(DirectoriesSettings directories, SignInSettings settings, Clock clock) {
        this.clock = clock;
        directories.directories().keySet().stream()
                .map(DirectoryId::new)
                .forEach(id ->
                        settings.of(id).ifPresent(signIn -> authorities.put(id, new Authority(id.value(), signIn))));
        this.places = authorities.keySet().stream()
                .map(id -> new Place(
                        id,
                        Objects.requireNonNull(directories.directories().get(id.value()))
                                .name()))
                .toList();
    }

    @Override
    public List<Place> places() {
        return places;
    }

    @Override
    public SignInRoute begin(DirectoryId directory, URI back, SignInTie tie) {
        try {
            var asked = asked(authority(directory).registration(), back, tie);
            return new SignInRoute.To(URI.create(asked.getAuthorizationRequestUri()));
        } catch (RuntimeException e) {
            log.warn("The sign-in of {} cannot be used: {}", directory.value(), e.getMessage());
            return new SignInRoute.Away();
        }
    }

    @Override
    public SignInAnswer end(DirectoryId directory, URI back, SignInTie tie, String code) {
        try {
            return customer(authority(directory), back, tie, code)
                    .<SignInAnswer>map(id -> new SignInAnswer.SignedIn(new CustomerId(directory, id)))
                    .orElseGet(SignInAnswer.NotShown::new);
        } catch (OAuth2AuthorizationException e) {
            return refused(directory, String.valueOf(e.getMessage()));
        } catch (JwtException e) {
            return refused(directory, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn("The sign-in of {} cannot be reached: {}", directory.value(), e.getMessage());
            return new SignInAnswer.Away();
        }
    }

    private Optional<UUID> customer(Authority authority, URI back, SignInTie tie, String code) {
        var registration = authority.registration();
        var answered = OAuth2AuthorizationResponse.success(code)
                .redirectUri(back.toString())
                .state(tie.state())
                .build();
        var exchange = new OAuth2AuthorizationExchange(asked(registration, back, tie), answered);
        var answer = tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, exchange));
        return Optional.ofNullable(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN))
                .flatMap(token -> new TokenRules(authority.settings(), registration, clock)
                        .customer(String.valueOf(token), tie.nonce()));
    }

    /** With {@code prompt=login} nobody is taken for whoever used the browser before them. */
    private static OAuth2AuthorizationRequest asked(ClientRegistration registration, URI back, SignInTie tie) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(back.toString())
                .scopes(registration.getScopes())
                .state(tie.state())
                .additionalParameters(parameters -> {
                    parameters.put(OidcParameterNames.NONCE, tie.nonce());
                    parameters.put(PkceParameterNames.CODE_CHALLENGE, challenge(tie.verifier()));
                    parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    parameters.put("prompt", "login");
                })
                .attributes(kept -> kept.put(PkceParameterNames.CODE_VERIFIER, tie.verifier()))
                .build();
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Authority authority(DirectoryId directory) {
        return Objects.requireNonNull(authorities.get(directory), "no sign-in is set for " + directory.value());
    }

    private static SignInAnswer refused(DirectoryId directory, String why) {
        log.warn("A sign-in at {} was not believed: {}", directory.value(), why);
        return new SignInAnswer.NotShown();
    }
}
