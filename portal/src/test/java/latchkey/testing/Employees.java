package latchkey.testing;

import java.util.EnumSet;
import java.util.Set;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Authenticated;
import latchkey.access.Permission;

/** The people at the desk. */
public final class Employees {

    private Employees() {}

    /** Tier 1. */
    public static Agent kim() {
        return with(
                "kim",
                EnumSet.of(
                        Permission.SEARCH_CUSTOMERS,
                        Permission.VIEW_CUSTOMER,
                        Permission.OPEN_CASE,
                        Permission.VERIFY_CALLER,
                        Permission.EDIT_ATTRIBUTES,
                        Permission.RESET_PASSWORD,
                        Permission.BLOCK_SIGN_IN,
                        Permission.REVOKE_SESSIONS));
    }

    /** May do everything that is done to customers. */
    public static Agent sam() {
        return with("sam", EnumSet.allOf(Permission.class));
    }

    /** Gives approvals. */
    public static Agent robin() {
        return with("robin", EnumSet.allOf(Permission.class));
    }

    /** Looks only. */
    public static Agent pat() {
        return with("pat", EnumSet.of(Permission.SEARCH_CUSTOMERS, Permission.VIEW_CUSTOMER));
    }

    /** Sees everyone. */
    public static Agent with(String name, Set<Permission> permissions) {
        return with(name, permissions, Set.of(AccessSettings.EVERYONE));
    }

    public static Agent with(String name, Set<Permission> permissions, Set<String> populations) {
        return new Agent(
                "https://issuer.example",
                name + "-oid",
                name + "-oid",
                name,
                name + "@contoso.example",
                null,
                Set.of("role"),
                permissions,
                populations,
                Authenticated.NOT_SAID);
    }
}
