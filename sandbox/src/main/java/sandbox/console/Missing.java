package sandbox.console;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Tells a person at a browser what is not there, on a page. */
// Before the handler that answers the same exception to programs.
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = Missing.class)
class Missing {

    @ExceptionHandler
    ModelAndView missing(ResponseStatusException missing) {
        var reason = missing.getReason() == null ? "This is not here." : missing.getReason();
        return new ModelAndView("console/missing", Map.of("reason", reason), missing.getStatusCode());
    }
}
