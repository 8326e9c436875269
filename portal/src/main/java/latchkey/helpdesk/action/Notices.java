package latchkey.helpdesk.action;

import java.util.List;
import latchkey.audit.AuditedChange;

/** Who is told that an action happened, besides the agent. */
record Notices(List<Notice> notices) {

    Notices {
        notices = List.copyOf(notices);
    }

    void begin(Action<?> action, Attempt<?> attempt, AuditedChange announced) {
        notices.forEach(notice -> notice.begins(action, attempt, announced));
    }

    void end(AuditedChange announced, Notice.Ending ending) {
        notices.forEach(notice -> notice.ends(announced, ending));
    }
}
