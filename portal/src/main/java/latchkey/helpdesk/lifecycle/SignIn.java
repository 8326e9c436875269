package latchkey.helpdesk.lifecycle;

/** How the trail and the undo ledger write down whether sign-in is open. */
class SignIn {

    private SignIn() {}

    static String words(boolean enabled) {
        return enabled ? "open" : "blocked";
    }
}
