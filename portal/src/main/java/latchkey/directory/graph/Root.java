package latchkey.directory.graph;

import java.net.URI;
import java.util.Objects;
import latchkey.directory.DirectoryFailure.Misconfigured;

/** Where Graph's version root is, and the only place that calls go to. */
final class Root {

    private final URI root;

    Root(URI graphUrl) {
        this.root = URI.create(graphUrl + "/v1.0/");
    }

    /**
     * The address of a path below the root, or of a nextLink, which is used unchanged (facts §3.1).
     *
     * @throws Misconfigured when a link leads elsewhere: it would carry the bearer token there
     */
    URI of(String target) {
        if (!target.contains("://")) {
            return URI.create(root + target);
        }
        var link = parsed(target);
        if (!isBelow(link)) {
            throw new Misconfigured("The directory sent a link to another place: " + link.getHost(), "nextLink", null);
        }
        return link;
    }

    private boolean isBelow(URI link) {
        return root.getScheme().equalsIgnoreCase(link.getScheme())
                && root.getHost().equalsIgnoreCase(link.getHost())
                && root.getPort() == link.getPort()
                && link.getRawUserInfo() == null
                && Objects.requireNonNullElse(link.getRawPath(), "").startsWith(root.getRawPath())
                && link.normalize().equals(link);
    }

    private static URI parsed(String link) {
        try {
            return URI.create(link);
        } catch (IllegalArgumentException e) {
            throw new Misconfigured("The directory sent a link that is no address", "nextLink", e);
        }
    }
}
