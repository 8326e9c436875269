package latchkey.helpdesk.customer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which activities of the directory's log our own actions leave behind (facts §7.1). An action that is not listed is
 * recognized by its correlation id alone.
 */
final class Traces {

    private static final String UPDATE = "update user";
    private static final String SESSIONS = "update stsrefreshtokenvalidfrom timestamp";

    private static final Set<String> OF_A_PASSWORD = Set.of(
            UPDATE,
            SESSIONS,
            "reset user password",
            "reset password (by admin)",
            "change user password",
            "set force change user password",
            "update passwordprofile");

    private static final Map<String, Set<String>> BY_ACTION = Map.of(
            "block-sign-in", Set.of(UPDATE, "disable account"),
            "unblock-sign-in", Set.of(UPDATE, "enable account"),
            "edit-attributes", Set.of(UPDATE),
            "sync-contact", Set.of(UPDATE),
            "revoke-sessions", Set.of(UPDATE, SESSIONS),
            "show-password", OF_A_PASSWORD,
            "choose-password", OF_A_PASSWORD);

    private Traces() {}

    static boolean fit(String action, String activity) {
        return BY_ACTION.getOrDefault(action, Set.of()).contains(activity.toLowerCase(Locale.ROOT));
    }
}
