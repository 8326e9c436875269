package latchkey.erasure;

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

/** Erasing customers, for programs. */
@RestController
@RequestMapping("/api/v1/erasures")
@Requires(Permission.ERASE_CUSTOMER)
class ErasureEndpoint {

    private final Erasures erasures;

    ErasureEndpoint(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    Latest list(Agent agent) {
        return new Latest(erasures.latest(agent));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@RequestBody Asking request, Agent agent) {
        return new Asked(erasures.ask(
                agent,
                Objects.requireNonNullElse(request.directory(), ""),
                Objects.requireNonNullElse(request.customer(), ""),
                request.why(),
                request.ticket()));
    }

    @PostMapping("/{erasure}/decision")
    Latest decide(@PathVariable UUID erasure, @RequestBody Decision request, Agent agent) {
        erasures.decide(agent, erasure, Boolean.TRUE.equals(request.agreed()), request.why());
        return list(agent);
    }

    /** The latest requests, newest first. */
    record Latest(List<ErasureView> items) {}

    /**
     * What asks for one.
     *
     * @param customer the object id
     * @param why at most 500 characters; the trail keeps it, so name nobody
     */
    record Asking(
            @Nullable String directory,
            @Nullable String customer,
            @Nullable String why,
            @Nullable String ticket) {}

    record Asked(UUID id) {}

    /**
     * What decides one.
     *
     * @param agreed false says no
     */
    record Decision(@Nullable Boolean agreed, @Nullable String why) {}
}
