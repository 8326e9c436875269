package latchkey.helpdesk.action;

import java.util.Map;
import latchkey.api.Problem;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.CaseOpening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes refused attempts in the trail, under their case as soon as there is one. */
@Component
class Attempts {

    private final Trail trail;

    Attempts(Trail trail) {
        this.trail = trail;
    }

    Noting of(Action<?> action, Submission<?> submission) {
        return new Noting(action, submission);
    }

    /** One attempt. */
    class Noting {

        private final Action<?> action;
        private final Submission<?> submission;
        private @Nullable Case under;

        Noting(Action<?> action, Submission<?> submission) {
            this.action = action;
            this.submission = submission;
        }

        void under(Case opened) {
            this.under = opened;
        }

        void refused(Problem problem) {
            trail.note(announcement(), problem.code());
        }

        private Announcement announcement() {
            return under == null
                    ? withoutCase()
                    : under.announcement(submission.agent(), action.name(), Map.of(), Map.of());
        }

        private Announcement withoutCase() {
            CaseOpening said = submission.opening();
            return new Announcement(
                    submission.agent().actor(),
                    action.name(),
                    submission.customer().subject(),
                    null,
                    said == null ? null : said.words(),
                    null,
                    Map.of(),
                    Map.of());
        }
    }
}
