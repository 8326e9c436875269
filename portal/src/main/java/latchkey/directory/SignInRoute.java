package latchkey.directory;

import java.net.URI;

/** Where to send a browser that wants to sign in. */
public sealed interface SignInRoute {

    /** There. */
    record To(URI address) implements SignInRoute {}

    /** Nowhere now: the directory's sign-in cannot be reached, or is not what the settings say. */
    record Away() implements SignInRoute {}
}
