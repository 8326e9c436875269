package sandbox.oidc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to sign somebody in that has passed every check (OpenID Connect Core 1.0, section 3.1.2.1). */
record SignInRequest(
        String appId,
        String redirectUri,
        boolean answersByForm,
        String scope,
        String prompt,
        @Nullable String state,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        @Nullable String loginHint,
        @Nullable Long maxAgeSeconds,
        AskedContexts contexts) {

    static SignInRequest of(String appId, Map<String, String> sent) {
        String maxAge = sent.get("max_age");
        return new SignInRequest(
                appId,
                sent.getOrDefault("redirect_uri", ""),
                "form_post".equals(sent.get("response_mode")),
                sent.getOrDefault("scope", ""),
                sent.getOrDefault("prompt", ""),
                sent.get("state"),
                sent.get("nonce"),
                sent.get("code_challenge"),
                sent.get("login_hint"),
                maxAge == null || maxAge.isEmpty() ? null : Long.valueOf(maxAge),
                AskedContexts.in(sent.getOrDefault("claims", "")).orElse(AskedContexts.NONE));
    }

    boolean asksFor(String wanted) {
        return List.of(scope.split(" ")).contains(wanted);
    }
}
