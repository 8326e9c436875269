package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.SessionSettings;
import latchkey.access.employees.SignedIn;
import latchkey.access.sessions.Client;
import latchkey.access.sessions.KeptSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Keeps in the session what the issuer said, and only that; believes it as long as {@link KeptSessions} does. */
@Component
class AgentSession implements SecurityContextRepository, LogoutHandler {

    static final String ATTRIBUTE = "signed-in";

    private static final String ENDING = AgentSession.class.getName() + ".ending";

    private final KnownAgents agents;

    private final KeptSessions sessions;

    private final SessionSettings settings;

    AgentSession(KnownAgents agents, KeptSessions sessions, SessionSettings settings) {
        this.agents = agents;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Why the session of this request was ended, where its agent must be told. */
    static Optional<Ending> surprise(HttpServletRequest request) {
        return request.getAttribute(ENDING) instanceof Ending ending && ending.isSurprising()
                ? Optional.of(ending)
                : Optional.empty();
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var request = holder.getRequest();
        var employee = employee(request.getSession(false));
        return employee == null || hasEnded(request)
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(agents.arrived(employee));
    }

    /** The framework has given the session a new id by now, so the old one is good for nothing. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var employee = signedIn(context.getAuthentication());
        if (employee != null) {
            var session = request.getSession();
            leave(session, Ending.SIGNED_IN_ANEW);
            session.setAttribute(ATTRIBUTE, employee);
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, employee.sessionName());
            session.setAttribute(DeskSession.ATTRIBUTE, sessions.begin(session.getId(), employee, client(request)));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return employee(request.getSession(false)) != null;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        leave(request.getSession(false), Ending.SIGNED_OUT);
    }

    private void leave(@Nullable HttpSession session, Ending how) {
        if (session != null && session.getAttribute(DeskSession.ATTRIBUTE) instanceof UUID id) {
            sessions.left(id, how);
        }
    }

    private boolean hasEnded(HttpServletRequest request) {
        var ending = sessions.ending(request.getSession().getId(), client(request));
        ending.ifPresent(why -> request.setAttribute(ENDING, why));
        return ending.isPresent();
    }

    private Client client(HttpServletRequest request) {
        return Client.of(request.getHeader("User-Agent"), request.getRemoteAddr(), settings);
    }

    private static @Nullable SignedIn employee(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn employee ? employee : null;
    }

    private static @Nullable SignedIn signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof EmployeeUser user
                ? user.employee()
                : null;
    }
}
