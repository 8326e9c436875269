package latchkey.helpdesk.caution;

import java.time.Instant;
import latchkey.access.Agent;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Heightened caution for programs. */
@RestController
@RequestMapping("/api/v1/caution")
class CautionEndpoint {

    private final Caution caution;

    CautionEndpoint(Caution caution) {
        this.caution = caution;
    }

    /** Everybody is told, as on every page. */
    @GetMapping
    @OpenToAgents
    Now read() {
        return caution.now()
                .map(raised -> new Now(true, raised.until(), raised.byName(), raised.why()))
                .orElseGet(() -> new Now(false, null, null, null));
    }

    @PostMapping
    @Requires(Permission.RAISE_CAUTION)
    Now raise(@RequestBody Raising request, Agent agent) {
        caution.raise(agent, request.hours(), request.why());
        return read();
    }

    @PostMapping("/end")
    @Requires(Permission.RAISE_CAUTION)
    Now end(@RequestBody Ending request, Agent agent) {
        caution.end(agent, request.why());
        return read();
    }

    /**
     * What raises it.
     *
     * @param hours 1, 4 or 24
     * @param why at most 300 characters
     */
    record Raising(int hours, @Nullable String why) {}

    /** What ends it before its time. */
    record Ending(@Nullable String why) {}

    /** How it stands. */
    record Now(
            boolean raised,
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String why) {}
}
