package latchkey.access.gate;

import java.util.function.Supplier;
import latchkey.access.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides on the agents' port whether a request may go on to its page. */
@Component
class Gate implements AuthorizationManager<RequestAuthorizationContext> {

    private final Routes routes;

    Gate(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return switch (routes.rule(context.getRequest())) {
            case Rule.Anybody(var port) -> port == Port.CUSTOMERS ? Decision.no(Reason.NOT_HERE) : Decision.YES;
            case Rule.AnyAgent() -> agent(who.get());
            case Rule.Holders(var permission) -> {
                var entry = agent(who.get());
                yield entry.isGranted() && !token(who.get()).getPrincipal().may(permission)
                        ? Decision.no(Reason.NOT_PERMITTED)
                        : entry;
            }
            case Rule.Nobody() -> Decision.no(Reason.NOT_HERE);
        };
    }

    private static Decision agent(@Nullable Authentication who) {
        if (!(who instanceof AgentToken token)) {
            return Decision.no(Reason.NOT_SIGNED_IN);
        }
        if (!token.areRolesKnown()) {
            return Decision.no(Reason.ROLES_UNKNOWN);
        }
        return token.getPrincipal().roles().isEmpty() ? Decision.no(Reason.NO_ROLE) : Decision.YES;
    }

    private static AgentToken token(@Nullable Authentication who) {
        if (who instanceof AgentToken token) {
            return token;
        }
        throw new IllegalStateException("asked only about agents");
    }
}
