package latchkey.helpdesk.limits;

import java.util.List;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who reached a limit in the last week, for programs. */
@RestController
@Requires(Permission.VIEW_OPERATIONS)
class LimitsEndpoint {

    private final Alarms alarms;

    LimitsEndpoint(Alarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/api/v1/limits")
    Reached list() {
        return new Reached(alarms.lately());
    }

    /** The alarms, newest first. */
    record Reached(List<Alarm> alarms) {}
}
