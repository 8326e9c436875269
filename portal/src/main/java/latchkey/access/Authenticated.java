package latchkey.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and how the issuer last had an employee prove who they are, as its token tells.
 *
 * @param at when; null when the token does not say (facts §13: {@code auth_time} must be configured at Entra)
 * @param contexts the contexts of authentication that were met, Entra's {@code acrs}
 */
public record Authenticated(@Nullable Instant at, Set<String> contexts) implements Serializable {

    /** Of somebody whose token says nothing of it. */
    public static final Authenticated NOT_SAID = new Authenticated(null, Set.of());

    public Authenticated {
        contexts = Set.copyOf(contexts);
    }
}
