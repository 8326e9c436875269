package latchkey.access.gate;

import java.util.List;
import latchkey.access.Agent;
import latchkey.access.employees.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The framework's word for an agent whose request this is. */
final class AgentToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn employee;

    private final transient Agent agent;

    AgentToken(SignedIn employee, Agent agent) {
        super(List.of());
        this.employee = employee;
        this.agent = agent;
        setAuthenticated(true);
    }

    SignedIn employee() {
        return employee;
    }

    @Override
    public Agent getPrincipal() {
        return agent;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return employee.sessionName();
    }
}
