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

    private final boolean rolesKnown;

    private AgentToken(SignedIn employee, Agent agent, boolean rolesKnown) {
        super(List.of());
        this.employee = employee;
        this.agent = agent;
        this.rolesKnown = rolesKnown;
        setAuthenticated(true);
    }

    static AgentToken of(SignedIn employee, Agent agent) {
        return new AgentToken(employee, agent, true);
    }

    /** Of somebody whose roles cannot be asked for now. */
    static AgentToken unknown(SignedIn employee, Agent agent) {
        return new AgentToken(employee, agent, false);
    }

    boolean areRolesKnown() {
        return rolesKnown;
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
