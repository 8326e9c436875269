package latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import latchkey.access.CurrentAgent;
import latchkey.api.Problem;
import latchkey.api.ProblemPage;
import latchkey.api.ProblemWords;
import latchkey.api.Told;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Tells a problem as a page, or as a banner where only a fragment was asked for. */
@Component
class ProblemTemplates implements ProblemPage {

    private final CurrentAgent agent;

    ProblemTemplates(CurrentAgent agent) {
        this.agent = agent;
    }

    @Override
    public ModelAndView telling(Told told, ProblemWords words, HttpServletRequest request) {
        return new ModelAndView(
                template(request),
                Map.of(
                        "problem",
                        told.problem().code(),
                        "words",
                        words,
                        "members",
                        told.members(),
                        "signIn",
                        signIn(told)));
    }

    /** Customers never see a word about agents: who is not signed in gets the plain frame. */
    private String template(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return "web/problem-words :: banner";
        }
        return agent.find().isPresent() ? "web/problem" : "web/problem-plain";
    }

    private static boolean signIn(Told told) {
        return told.problem() == Problem.NOT_SIGNED_IN
                || told.problem() == Problem.SESSION_ENDED
                || told.problem() == Problem.NO_ROLE
                || told.problem() == Problem.SIGN_IN_FAILED;
    }
}
