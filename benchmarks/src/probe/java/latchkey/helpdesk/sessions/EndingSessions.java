package latchkey.helpdesk.sessions;

/** What an agent asks for who ends a customer's sessions. */
public final class EndingSessions {

    public static final String NAME = RevokeSessions.NAME;

    private EndingSessions() {}

    public static Object asked() {
        return new RevokeSessions.All();
    }
}
