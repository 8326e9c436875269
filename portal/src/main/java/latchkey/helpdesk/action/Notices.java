package latchkey.helpdesk.action;

import java.util.List;

/** Who is told that an action happened, besides the agent. */
record Notices(List<Notice> notices) {

    Notices {
        notices = List.copyOf(notices);
    }

    void tell(Action<?> action, Attempt<?> attempt) {
        notices.forEach(notice -> notice.tell(action, attempt));
    }

    /** One sort of notice. */
    interface Notice {
        void tell(Action<?> action, Attempt<?> attempt);
    }
}
