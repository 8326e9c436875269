package sandbox.oidc;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contexts of authentication that an app asks for by {@code claims} (facts §13), for its id_token and its access token.
 * Those that exist here ask for one more step; for any other the sign-in goes on and the token does not name it.
 */
record AskedContexts(Set<String> forIdToken, Set<String> forAccessToken) {

    static final AskedContexts NONE = new AskedContexts(Set.of(), Set.of());

    /** What the tenant has rules for. */
    private static final Set<String> EXISTING = Set.of("c1", "c2", "c3");

    private static final Pattern CONTEXT = Pattern.compile("c([1-9]|1[0-9]|2[0-5])");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the parameter asks for; empty when it is not understood. */
    static Optional<AskedContexts> in(String claims) {
        if (claims.isEmpty()) {
            return Optional.of(NONE);
        }
        try {
            var asked = JSON.readTree(claims);
            return asked.isObject() ? of(asked) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Set<String> thatExist() {
        var all = new TreeSet<>(forIdToken);
        all.addAll(forAccessToken);
        all.retainAll(EXISTING);
        return all;
    }

    private static Optional<AskedContexts> of(JsonNode asked) {
        var forIdToken = contexts(asked.path("id_token").path("acrs"));
        var forAccessToken = contexts(asked.path("access_token").path("acrs"));
        return areWellFormed(forIdToken) && areWellFormed(forAccessToken)
                ? Optional.of(new AskedContexts(forIdToken, forAccessToken))
                : Optional.empty();
    }

    private static boolean areWellFormed(Set<String> contexts) {
        return contexts.stream().allMatch(context -> CONTEXT.matcher(context).matches());
    }

    private static Set<String> contexts(JsonNode acrs) {
        var contexts = new LinkedHashSet<String>();
        if (acrs.has("value")) {
            contexts.add(acrs.path("value").asString(""));
        }
        acrs.path("values").forEach(value -> contexts.add(value.asString("")));
        return contexts;
    }
}
