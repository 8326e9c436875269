package latchkey.helpdesk.caution;

import latchkey.access.Agent;
import latchkey.testing.HelpDesk;

/** Heightened caution for tests of other packages. */
public final class CautionSwitch {

    private CautionSwitch() {}

    public static void raise(HelpDesk desk, Agent agent) {
        desk.bean(Caution.class).raise(agent, 1, "calls that push");
    }

    public static void end(HelpDesk desk, Agent agent) {
        desk.bean(Caution.class).end(agent, "the test is over");
    }
}
