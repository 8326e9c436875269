package latchkey.directory.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an access token says of the app registration (facts §2); Microsoft promises no such content, so it decides what is
 * offered, never what is allowed.
 *
 * @param permissions the application permissions; none when the claim is absent
 * @param directoryRoles template ids of the service principal's roles, as far as the token names them
 * @param servicePrincipal its object id, null when it is not named
 */
record TokenClaims(
        Set<String> permissions,
        Set<String> directoryRoles,
        @Nullable String servicePrincipal) {

    /** Empty for a token that is no readable JWT. */
    static Optional<TokenClaims> of(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3 ? Optional.of(of(Json.MAPPER.readTree(decoded(parts[1])))) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TokenClaims of(JsonNode claims) {
        return new TokenClaims(
                texts(claims.path("roles")),
                texts(claims.path("wids")),
                claims.path("oid").stringValue(null));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(item -> item.asString("")).collect(Collectors.toUnmodifiableSet());
    }
}
