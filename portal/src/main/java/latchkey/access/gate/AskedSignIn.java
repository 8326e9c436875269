package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import latchkey.access.StepUpSettings;
import latchkey.access.employees.Issuer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What the issuer is asked for: a sign-in, or a fresh one where something waits for it (facts §13, step-up). */
final class AskedSignIn implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver plain;

    private final StepUpSettings stepUp;

    AskedSignIn(Issuer issuer, StepUpSettings stepUp) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(issuer, "/oauth2/authorization");
        this.plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.stepUp = stepUp;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(request, plain.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest sent) {
        return sent == null || SignInAgainPage.back(request) == null
                ? sent
                : OAuth2AuthorizationRequest.from(sent)
                        .additionalParameters(this::fresh)
                        .build();
    }

    /** With {@code max_age} an issuer must tell {@code auth_time} (OpenID Connect Core 1.0 §3.1.2.1). */
    private void fresh(Map<String, Object> parameters) {
        parameters.put("prompt", "login");
        parameters.put("max_age", String.valueOf(stepUp.maxAge().toSeconds()));
        if (stepUp.acrs() != null) {
            parameters.put(
                    "claims", "{\"id_token\":{\"acrs\":{\"essential\":true,\"value\":\"" + stepUp.acrs() + "\"}}}");
        }
    }
}
