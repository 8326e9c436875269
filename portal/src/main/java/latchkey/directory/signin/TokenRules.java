package latchkey.directory.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** What a token must say before it is believed, and whom it is about. */
final class TokenRules {

    /** Somebody who signed in long ago may have left the browser to somebody else. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final SignInSettings.SignIn settings;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    TokenRules(SignInSettings.SignIn settings, ClientRegistration registration, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(Authority.wire()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration), issuedThere(), ourPolicy())));
    }

    /**
     * The object id of whoever signed in; empty when the token names nobody, was asked for by another browser, or tells of a
     * sign-in of long ago.
     *
     * @throws org.springframework.security.oauth2.jwt.JwtException when it is not to be believed
     */
    Optional<UUID> customer(String token, String nonce) {
        var read = decoder.decode(token);
        return nonce.equals(read.getClaimAsString("nonce")) && isFresh(read) ? named(read) : Optional.empty();
    }

    private boolean isFresh(Jwt token) {
        var at = token.getClaimAsInstant("auth_time");
        return at == null || at.isAfter(clock.instant().minus(FRESH));
    }

    /** B2C tells the object id as {@code sub} and, where the flow says so, as {@code oid}; the others' {@code sub} is no id. */
    private static Optional<UUID> named(Jwt token) {
        return Stream.of("oid", "sub")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .flatMap(text -> id(text).stream())
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private OAuth2TokenValidator<Jwt> issuedThere() {
        var issuer = settings.issuer().toString();
        return new JwtClaimValidator<Object>("iss", told -> told != null && issuer.equals(told.toString()));
    }

    private OAuth2TokenValidator<Jwt> ourPolicy() {
        return token -> isOurPolicy(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "it names another user flow", null));
    }

    private boolean isOurPolicy(Jwt token) {
        var policy = settings.policy();
        return policy == null || policy.equalsIgnoreCase(token.getClaimAsString(token.hasClaim("tfp") ? "tfp" : "acr"));
    }
}
