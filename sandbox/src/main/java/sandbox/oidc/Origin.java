package sandbox.oidc;

import java.net.URI;

/** Scheme, host and port of a page's address. */
final class Origin {

    private Origin() {}

    static String of(String uri) {
        URI parsed = URI.create(uri);
        return parsed.getScheme() + "://" + parsed.getRawAuthority();
    }
}
