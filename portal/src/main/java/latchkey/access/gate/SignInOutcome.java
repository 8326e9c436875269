package latchkey.access.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import latchkey.access.Agent;
import latchkey.access.Refused;
import latchkey.access.Refused.Reason;
import latchkey.access.employees.Employees;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What happens when the issuer sends an employee back: in with a note in the trail, or a page that says why not. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements OAuth2UserService<OidcUserRequest, OidcUser>, AuthenticationFailureHandler {

    private static final Pattern ISSUERS_CODE = Pattern.compile("AADSTS\\d+");

    private final Employees employees;

    private final KnownAgents agents;

    private final Trail trail;

    private final Refusals refusals;

    SignInOutcome(Employees employees, KnownAgents agents, Trail trail, Refusals refusals) {
        this.employees = employees;
        this.agents = agents;
        this.trail = trail;
        this.refusals = refusals;
    }

    /** Nothing is asked of the issuer's user-info endpoint: the token says all that counts. */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var employee = employees.of(request.getIdToken());
        var token = agents.arrived(employee);
        var agent = token.getPrincipal();
        if (!token.areRolesKnown()) {
            note(agent, "roles-unknown");
            throw refused(new Refused(Reason.ROLES_UNKNOWN));
        }
        if (agent.roles().isEmpty()) {
            note(agent, "no-role");
            throw refused(new Refused(Reason.NO_ROLE));
        }
        note(agent, null);
        return new EmployeeUser(request.getIdToken(), employee);
    }

    /** After a fresh sign-in to where it was asked for. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var back = SignInAgainPage.back(request);
        if (back == null) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else {
            SignInAgainPage.cameBack(request);
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, back);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        refusals.tell(request, response, reason(failure));
    }

    private void note(Agent agent, @Nullable String refusal) {
        try {
            trail.note(Announcement.of(agent.actor(), "sign-in", null), refusal);
        } catch (AuditUnavailable e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("audit-unavailable"), e);
        }
    }

    private static OAuth2AuthenticationException refused(Refused why) {
        return new OAuth2AuthenticationException(new OAuth2Error("refused"), why);
    }

    private static RuntimeException reason(AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof AuditUnavailable) {
                return (RuntimeException) cause;
            }
        }
        var code = ISSUERS_CODE.matcher(String.valueOf(failure.getMessage()));
        return Refused.bySignIn(code.find() ? code.group() : null);
    }
}
