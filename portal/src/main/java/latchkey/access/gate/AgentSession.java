package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import latchkey.access.AccessSettings;
import latchkey.access.employees.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Keeps in the session what the issuer said, and only that; ends it at its absolute limit. */
@Component
class AgentSession implements SecurityContextRepository {

    static final String ATTRIBUTE = "signed-in";

    private final KnownAgents agents;

    private final AccessSettings settings;

    private final Clock clock;

    AgentSession(KnownAgents agents, AccessSettings settings, Clock clock) {
        this.agents = agents;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var employee = employee(holder.getRequest());
        return employee == null
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(agents.arrived(employee));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var employee = signedIn(context.getAuthentication());
        if (employee != null) {
            var session = request.getSession();
            session.setAttribute(ATTRIBUTE, employee);
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, employee.sessionName());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return employee(request) != null;
    }

    private @Nullable SignedIn employee(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignedIn employee)) {
            return null;
        }
        if (employee.since().plus(settings.absolute()).isAfter(clock.instant())) {
            return employee;
        }
        session.invalidate();
        return null;
    }

    private static @Nullable SignedIn signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof EmployeeUser user
                ? user.employee()
                : null;
    }
}
