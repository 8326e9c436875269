package latchkey.access.employees;

import java.util.List;
import java.util.Objects;
import latchkey.access.EmployeeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** What the issuer's tokens must say before they are believed (facts §13: issuer and tenant compared exactly). */
@Configuration(proxyBeanMethods = false)
class TokenRules {

    private final EmployeeSettings settings;

    private final Issuer issuer;

    TokenRules(EmployeeSettings settings, Issuer issuer) {
        this.settings = settings;
        this.issuer = issuer;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(registration -> new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration), issuedHere(), ourTenant())));
        return decoders;
    }

    @Bean
    JwtDecoder apiTokens() {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(keys()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    List.of(new JwtTimestampValidator(), issuedHere(), ourTenant(), forThisApi())));
            return decoder;
        });
    }

    private String keys() {
        return Objects.requireNonNull(
                issuer.registration().getProviderDetails().getJwkSetUri(), "the issuer publishes its keys");
    }

    private OAuth2TokenValidator<Jwt> issuedHere() {
        return new JwtClaimValidator<Object>(
                JwtClaimNames.ISS,
                iss -> iss != null && settings.issuer().toString().equals(iss.toString()));
    }

    private OAuth2TokenValidator<Jwt> ourTenant() {
        var tenant = settings.expectedTenant();
        return new JwtClaimValidator<Object>(
                "tid", tid -> tenant.isEmpty() || tenant.get().equals(tid));
    }

    private OAuth2TokenValidator<Jwt> forThisApi() {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience()));
    }
}
