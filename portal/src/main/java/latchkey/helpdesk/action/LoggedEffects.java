package latchkey.helpdesk.action;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import latchkey.directory.DirectoryEvent;

/** What the directory's own log says was changed of an account (facts §7.1). */
final class LoggedEffects {

    private static final Map<String, Effect> BY_ACTIVITY = Map.ofEntries(
            Map.entry("reset user password", Effect.PASSWORD),
            Map.entry("reset password (by admin)", Effect.PASSWORD),
            Map.entry("reset password (self-service)", Effect.PASSWORD),
            Map.entry("change user password", Effect.PASSWORD),
            Map.entry("change password (self-service)", Effect.PASSWORD),
            Map.entry("set force change user password", Effect.PASSWORD),
            Map.entry("update passwordprofile", Effect.PASSWORD),
            Map.entry("enable strong authentication", Effect.METHODS),
            Map.entry("disable strong authentication", Effect.METHODS),
            Map.entry("user registered security info", Effect.METHODS),
            Map.entry("user deleted security info", Effect.METHODS),
            Map.entry("admin registered security info", Effect.METHODS),
            Map.entry("admin updated security info", Effect.METHODS),
            Map.entry("admin deleted security info", Effect.METHODS),
            Map.entry("enable account", Effect.UNBLOCKED),
            Map.entry("disable account", Effect.BLOCKED));

    private static final Set<String> SIGN_IN_NAMES =
            Set.of("identities", "signinnames", "signinname", "userprincipalname", "alternativesecurityid");

    private LoggedEffects() {}

    static Set<Effect> of(DirectoryEvent event) {
        var effects = EnumSet.noneOf(Effect.class);
        var byActivity = BY_ACTIVITY.get(event.activity().toLowerCase(Locale.ROOT));
        if (byActivity != null) {
            effects.add(byActivity);
        }
        event.changed().forEach(property -> effects.add(ofProperty(property.toLowerCase(Locale.ROOT))));
        return effects;
    }

    private static Effect ofProperty(String property) {
        if (SIGN_IN_NAMES.contains(property)) {
            return Effect.SIGN_IN_NAMES;
        }
        return property.startsWith("strongauthentication") ? Effect.METHODS : Effect.ofAttribute(property);
    }
}
