package latchkey.access.gate;

import java.util.function.Supplier;
import latchkey.access.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides on the customers' port: nothing but their own pages exists there. */
@Component
class CustomersGate implements AuthorizationManager<RequestAuthorizationContext> {

    private final Routes routes;

    CustomersGate(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return routes.rule(context.getRequest()) instanceof Rule.Anybody(var port) && port != Port.AGENTS
                ? Decision.YES
                : Decision.no(Reason.NOT_HERE);
    }
}
