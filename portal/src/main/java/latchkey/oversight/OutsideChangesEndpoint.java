package latchkey.oversight;

import java.util.List;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who else changed customers, for programs. */
@RestController
@Requires(Permission.VIEW_OPERATIONS)
class OutsideChangesEndpoint {

    private final SeenOutsideChanges changes;

    OutsideChangesEndpoint(SeenOutsideChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/api/v1/outside-changes")
    Latest list(Agent agent) {
        return new Latest(changes.latest(agent));
    }

    /** The latest ones, newest first. */
    record Latest(List<SeenOutsideChanges.Line> items) {}
}
