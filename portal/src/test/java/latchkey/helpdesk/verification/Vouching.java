package latchkey.helpdesk.verification;

import latchkey.access.Agent;
import latchkey.helpdesk.cases.Case;
import latchkey.testing.HelpDesk;

/** A supervisor's word for tests of other packages. */
public final class Vouching {

    private static final String WHY = "Mailbox and phone are gone, known from the shop";

    private Vouching() {}

    public static void vouch(HelpDesk desk, Agent agent, Case under, Agent supervisor) {
        var overrides = desk.bean(Overrides.class);
        overrides.give(supervisor, overrides.ask(agent, under, WHY), WHY);
    }
}
