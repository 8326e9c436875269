package latchkey.access.employees;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.access.Authenticated;
import latchkey.access.EmployeeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Reads an employee from the claims of a token (facts §13). */
@Component
public class Employees {

    private static final Logger log = LoggerFactory.getLogger(Employees.class);

    private final EmployeeSettings settings;

    private final Clock clock;

    Employees(EmployeeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The employee that a token is about. */
    public SignedIn of(ClaimAccessor token) {
        var key = firstOf(token, "oid", "sub");
        var username = firstOf(token, "preferred_username", "sub");
        return new SignedIn(
                settings.issuer().toString(),
                key,
                firstOf(token, "name", "preferred_username", "sub"),
                username,
                token.getClaimAsString("email"),
                roles(token),
                token.getClaimAsString("sid"),
                token.getClaimAsString("login_hint"),
                clock.instant(),
                new Authenticated(token.getClaimAsInstant("auth_time"), contexts(token)));
    }

    private static Set<String> contexts(ClaimAccessor token) {
        return token.getClaims().get("acrs") instanceof Collection<?> values ? texts(values) : Set.of();
    }

    /** Beyond 200 groups a token only points to a list of them; such an employee counts as having none. */
    private Set<String> roles(ClaimAccessor token) {
        var value = token.getClaims().get(settings.rolesClaim());
        if (value == null && token.hasClaim("_claim_names")) {
            log.warn(
                    "A token left out its {} because there are too many: use app roles instead", settings.rolesClaim());
        }
        return value instanceof Collection<?> values ? texts(values) : Set.of();
    }

    private static Set<String> texts(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String firstOf(ClaimAccessor token, String... names) {
        for (var name : names) {
            @Nullable String value = token.getClaimAsString(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        throw new IllegalArgumentException("the token names nobody");
    }
}
