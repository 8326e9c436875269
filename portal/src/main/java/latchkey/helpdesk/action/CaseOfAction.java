package latchkey.helpdesk.action;

import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.CaseOpening;
import latchkey.helpdesk.cases.Cases;
import org.springframework.stereotype.Component;

/** The case an action happens under: the one its form names, or one opened by it. */
@Component
class CaseOfAction {

    private final Cases cases;

    CaseOfAction(Cases cases) {
        this.cases = cases;
    }

    /**
     * The case; the first action for a caller opens it.
     *
     * @throws ProblemException {@code CASE_REQUIRED} when there is none and nothing to open one with; {@code
     *     WRONG_CUSTOMER} when the form's case is about somebody else
     */
    Case of(Submission<?> submission) {
        var named = submission.caseId();
        return named == null ? current(submission) : named(submission, named);
    }

    private Case named(Submission<?> submission, UUID id) {
        var under = cases.openOf(submission.agent(), id);
        if (!under.isAbout(submission.customer())) {
            throw new ProblemException(Problem.WRONG_CUSTOMER);
        }
        return under;
    }

    private Case current(Submission<?> submission) {
        return cases.current(submission.agent(), submission.customer()).orElseGet(() -> opened(submission));
    }

    private Case opened(Submission<?> submission) {
        CaseOpening opening = submission.opening();
        if (opening == null) {
            throw new ProblemException(Problem.CASE_REQUIRED);
        }
        return cases.open(submission.agent(), submission.customer(), opening);
    }
}
