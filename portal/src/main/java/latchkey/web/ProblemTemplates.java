package latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import latchkey.access.CurrentAgent;
import latchkey.access.OwnPath;
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
                        signIn(told),
                        "back",
                        back(request)));
    }

    /** The page to come back to after a fresh sign-in: the one that was asked for, or the one whose form was sent. */
    private static String back(HttpServletRequest request) {
        return OwnPath.of(request.getMethod().equals("GET") ? request.getRequestURI() : from(request));
    }

    /** Browsers tell our own pages' whole address to us, and nothing to anybody else. */
    private static String from(HttpServletRequest request) {
        try {
            var path = URI.create(Objects.requireNonNullElse(request.getHeader("Referer"), "/"))
                    .getPath();
            return path == null ? "/" : path;
        } catch (IllegalArgumentException e) {
            return "/";
        }
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
