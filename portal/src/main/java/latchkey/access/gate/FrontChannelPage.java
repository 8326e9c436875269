package latchkey.access.gate;

import latchkey.access.EmployeeSettings;
import latchkey.access.OpenToEveryone;
import latchkey.access.sessions.KeptSessions;
import org.springframework.http.HttpStatus;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Ends the sessions here of somebody who signed out elsewhere (OpenID Connect Front-Channel Logout 1.0 §3). */
@Controller
class FrontChannelPage {

    private final EmployeeSettings employees;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    private final KeptSessions kept;

    FrontChannelPage(
            EmployeeSettings employees,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            KeptSessions kept) {
        this.employees = employees;
        this.sessions = sessions;
        this.kept = kept;
    }

    /** The cookie does not come along in a frame of the issuer's, so the session is found by the issuer's own id of it. */
    @GetMapping("/logout/front-channel")
    @OpenToEveryone(because = "The issuer calls it from a frame; whoever knows a session's id may only end it.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestParam String iss, @RequestParam String sid) {
        if (employees.issuer().toString().equals(iss)) {
            kept.endedAtIssuer(sid);
            sessions.findByPrincipalName(sid).keySet().forEach(sessions::deleteById);
        }
    }
}
