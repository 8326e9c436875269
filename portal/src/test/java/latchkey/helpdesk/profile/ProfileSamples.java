package latchkey.helpdesk.profile;

import java.util.Map;
import latchkey.helpdesk.action.Sample;
import latchkey.testing.HelpDesk;

/** Editing attributes as agents ask for it. */
public final class ProfileSamples {

    private ProfileSamples() {}

    public static Sample<?> edit(HelpDesk desk) {
        return edit(desk, Map.of("surname", "Jansen-Smit"));
    }

    public static Sample<?> edit(HelpDesk desk, Map<String, String> typed) {
        return new Sample<>(desk.bean(EditAttributes.class), customer -> new Edits(typed));
    }
}
