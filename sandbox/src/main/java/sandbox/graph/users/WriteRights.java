package sandbox.graph.users;

import sandbox.graph.Caller;
import sandbox.people.User;

/** Which application may change which property of whom (facts §4.6). */
final class WriteRights {

    private static final String PROFILE = "User.ReadWrite.All";

    private WriteRights() {}

    /** Everything about this change must be allowed, or nothing of it happens. */
    static void demand(Caller caller, UserBody body, User target) {
        body.properties().keySet().forEach(name -> demand(caller, name));
        if (body.properties().isEmpty() && !body.passwordProfile()) {
            caller.demand(PROFILE, "Directory.ReadWrite.All");
        }
        if (body.passwordProfile()) {
            // Facts §0 no. 4: the permission alone resets no password.
            caller.demand("User-PasswordProfile.ReadWrite.All");
            caller.demandUserAdministrator();
        }
        caller.demandPowerOver(target.directoryRoles());
    }

    private static void demand(Caller caller, String property) {
        switch (property) {
            case "accountEnabled" -> {
                caller.demand("User.EnableDisableAccount.All");
                caller.demand("User.Read.All", PROFILE);
            }
            case "businessPhones", "mobilePhone" -> caller.demand("User-Phone.ReadWrite.All");
            case "otherMails" -> caller.demand("User-Mail.ReadWrite.All");
            case "identities" -> caller.demand("User.ManageIdentities.All");
            default -> caller.demand(PROFILE, "Directory.ReadWrite.All");
        }
    }
}
