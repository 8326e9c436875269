package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import latchkey.access.OpenToAgents;
import latchkey.access.OwnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends an agent to the issuer for a fresh sign-in, and remembers where they go on afterwards. */
@Controller
class SignInAgainPage {

    private static final String BACK = "fresh-sign-in-leads-to";

    @PostMapping("/sign-in-again")
    @OpenToAgents
    String leave(@RequestParam(defaultValue = "/") String back, HttpSession session) {
        session.setAttribute(BACK, OwnPath.of(back));
        return "redirect:" + Refusals.SIGN_IN;
    }

    /** Where the agent of this request wanted to go on after a fresh sign-in; null when this is an ordinary one. */
    static @Nullable String back(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(BACK);
    }

    static void cameBack(HttpServletRequest request) {
        request.getSession().removeAttribute(BACK);
    }
}
