package latchkey.access;

import static latchkey.access.Permission.*;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what, and for how long.
 *
 * @param roles the roles by name; each that is named here replaces the shipped one of that name
 * @param populations the customers that an agent may see, by name; {@code everyone} is there already
 * @param people object ids of the accounts that are one person's, by any name: an account never approves what another
 *     of the same person asked for
 * @param idleMinutes minutes without a request after which an agent must sign in again
 * @param absoluteHours hours after which an agent must sign in again in any case
 * @param noRoleContact whom an employee without a role should ask, in words
 */
@ConfigurationProperties("latchkey.access")
public record AccessSettings(
        @DefaultValue Map<String, @Valid Role> roles,
        @DefaultValue Map<String, @Valid PopulationRule> populations,
        @DefaultValue Map<String, Set<String>> people,
        @Min(1) @Max(720) @DefaultValue("15") int idleMinutes,
        @Min(1) @Max(24) @DefaultValue("8") int absoluteHours,
        @Nullable String noRoleContact) {

    /** The population of all customers; a role must name it to give it. */
    public static final String EVERYONE = "everyone";

    /**
     * A set of permissions.
     *
     * @param claims values of the roles claim that give it; empty means the role's own name
     * @param permissions what it allows
     * @param populations names of the customers it shows; empty means nobody
     */
    public record Role(
            @DefaultValue Set<String> claims,
            @NotEmpty Set<Permission> permissions,
            @DefaultValue Set<String> populations) {}

    public AccessSettings {
        populations = Map.copyOf(populations);
        people = Map.copyOf(people);
        demandNewNames(populations);
        demandKnown(roles, populations);
        roles = withShipped(roles);
    }

    /** What names the person behind an account. */
    public String person(String objectId) {
        return people.entrySet().stream()
                .filter(person -> person.getValue().contains(objectId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(objectId);
    }

    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    public Duration absolute() {
        return Duration.ofHours(absoluteHours);
    }

    private static void demandNewNames(Map<String, PopulationRule> populations) {
        if (populations.containsKey(EVERYONE)) {
            throw new IllegalArgumentException("the population everyone is there already; choose another name");
        }
    }

    private static void demandKnown(Map<String, Role> roles, Map<String, PopulationRule> populations) {
        var known = new TreeSet<>(populations.keySet());
        known.add(EVERYONE);
        roles.forEach((name, role) -> role.populations().stream()
                .filter(population -> !known.contains(population))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "the role %s names the population %s, which is not there; write one of %s"
                                    .formatted(name, unknown, String.join(", ", known)));
                }));
    }

    private static Map<String, Role> withShipped(Map<String, Role> named) {
        var all = new LinkedHashMap<>(shipped());
        named.forEach((name, role) -> all.put(name, role.claims().isEmpty() ? claimedByName(name, role) : role));
        return Map.copyOf(all);
    }

    private static Role claimedByName(String name, Role role) {
        return new Role(Set.of(name), role.permissions(), role.populations());
    }

    private static Map<String, Role> shipped() {
        var viewer = EnumSet.of(SEARCH_CUSTOMERS, VIEW_CUSTOMER);
        var agent =
                with(viewer, OPEN_CASE, VERIFY_CALLER, EDIT_ATTRIBUTES, RESET_PASSWORD, BLOCK_SIGN_IN, REVOKE_SESSIONS);
        var senior = with(agent, UNBLOCK_SIGN_IN);
        return Map.of(
                "viewer", role("viewer", viewer),
                "agent", role("agent", agent),
                "senior", role("senior", senior),
                "supervisor",
                        role(
                                "supervisor",
                                with(
                                        senior,
                                        GIVE_APPROVAL,
                                        HANDLE_ESCALATIONS,
                                        LIFT_FREEZE,
                                        VIEW_SYNC,
                                        VIEW_OPERATIONS,
                                        RAISE_CAUTION,
                                        OVERRIDE_VERIFICATION)),
                "auditor", role("auditor", EnumSet.of(VIEW_AUDIT, VIEW_SYNC)),
                "admin",
                        role(
                                "admin",
                                with(
                                        viewer,
                                        VIEW_AUDIT,
                                        VIEW_SYNC,
                                        OPERATE_SYNC,
                                        VIEW_OPERATIONS,
                                        END_SESSIONS,
                                        ERASE_CUSTOMER)));
    }

    private static Role role(String name, Set<Permission> permissions) {
        return new Role(Set.of(name), permissions, Set.of(EVERYONE));
    }

    private static EnumSet<Permission> with(Set<Permission> base, Permission... more) {
        var all = EnumSet.copyOf(base);
        all.addAll(Set.of(more));
        return all;
    }
}
