package latchkey.directory.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Reads which service principal a token was given to. The token is for Graph, so nothing is decided by what it says: it
 * only spares the call that would ask for one's own object id.
 */
final class Principal {

    private Principal() {}

    /** The claim {@code oid}; empty for a token that cannot be read or has none. */
    static Optional<String> of(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.ofNullable(Json.MAPPER.readTree(claims).path("oid").stringValue(null));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
