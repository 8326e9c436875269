package latchkey.helpdesk.notices;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Freezes for programs. */
@RestController
@RequestMapping("/api/v1/freezes")
@Requires(Permission.LIFT_FREEZE)
class FreezeEndpoint {

    private final Freezes freezes;

    FreezeEndpoint(Freezes freezes) {
        this.freezes = freezes;
    }

    @GetMapping
    Lasting lasting(Agent agent) {
        return new Lasting(freezes.lasting(agent).stream().map(Frozen::of).toList());
    }

    @GetMapping("/{id}")
    Frozen read(@PathVariable UUID id, Agent agent) {
        return Frozen.of(freezes.of(agent, id));
    }

    @PostMapping("/{id}/lifting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, @RequestBody Lifting request, Agent agent) {
        freezes.lift(agent, id, Objects.requireNonNullElse(request.reason(), ""));
    }

    /** Why the freeze ends. */
    record Lifting(@Nullable String reason) {}

    /** Freezes that last. */
    record Lasting(List<Frozen> freezes) {}

    /**
     * A freeze as programs see it.
     *
     * @param signInClosedAt null while the directory has not taken it
     * @param signedOutAt null while the directory has not taken it
     */
    record Frozen(
            UUID id,
            String customer,
            Instant frozenAt,
            @Nullable Instant signInClosedAt,
            @Nullable Instant signedOutAt) {

        static Frozen of(Freeze freeze) {
            return new Frozen(
                    freeze.id(),
                    freeze.customer().toString(),
                    freeze.frozenAt(),
                    freeze.blockedAt(),
                    freeze.signedOutAt());
        }
    }
}
