package latchkey.helpdesk.sessions;

import latchkey.helpdesk.action.Sample;
import latchkey.testing.HelpDesk;

/** Ending sessions as agents ask for it. */
public final class SessionSamples {

    private SessionSamples() {}

    public static Sample<?> revoke(HelpDesk desk) {
        return new Sample<>(desk.bean(RevokeSessions.class), customer -> new RevokeSessions.All());
    }
}
