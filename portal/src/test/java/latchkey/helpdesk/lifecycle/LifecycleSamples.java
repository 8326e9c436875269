package latchkey.helpdesk.lifecycle;

import latchkey.helpdesk.action.Sample;
import latchkey.testing.HelpDesk;

/** Blocking and unblocking as agents ask for them. */
public final class LifecycleSamples {

    private LifecycleSamples() {}

    public static Sample<?> block(HelpDesk desk) {
        return new Sample<>(desk.bean(BlockSignIn.class), customer -> new Because("account was shared"));
    }

    public static Sample<?> unblock(HelpDesk desk) {
        return new Sample<>(desk.bean(UnblockSignIn.class), customer -> new Because("cleared up"));
    }
}
