package sandbox.oidc;

import org.jspecify.annotations.Nullable;

/** What became of a request to sign somebody in. */
sealed interface Checked {

    /** It may go on. */
    record Good(SignInRequest request) implements Checked {}

    /** Nobody can be told but the person at the browser: where the request came from is not known for sure. */
    record Shown(SignInError error) implements Checked {}

    /** The app is told by a redirect. */
    record Told(
            String redirectUri, boolean byForm, @Nullable String state, SignInError error) implements Checked {}
}
