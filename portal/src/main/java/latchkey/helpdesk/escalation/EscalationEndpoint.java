package latchkey.helpdesk.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue of supervisors for programs. */
@RestController
@RequestMapping("/api/v1/escalations")
@Requires(Permission.HANDLE_ESCALATIONS)
class EscalationEndpoint {

    private final Escalations escalations;

    EscalationEndpoint(Escalations escalations) {
        this.escalations = escalations;
    }

    @GetMapping
    Waiting waiting(Agent agent) {
        return new Waiting(escalations.waiting(agent).stream().map(this::answer).toList());
    }

    @GetMapping("/{id}")
    Answer read(@PathVariable UUID id, Agent agent) {
        return answer(escalations.of(agent, id));
    }

    @PostMapping("/{id}/taking")
    Answer take(@PathVariable UUID id, Agent agent) {
        return answer(escalations.take(agent, id));
    }

    @PostMapping("/{id}/notes")
    Answer note(@PathVariable UUID id, @RequestBody Note request, Agent agent) {
        return answer(escalations.note(agent, id, Objects.requireNonNullElse(request.note(), "")));
    }

    @PostMapping("/{id}/closing")
    Answer close(@PathVariable UUID id, @RequestBody Closing request, Agent agent) {
        return answer(escalations.close(agent, id, outcome(request.outcome())));
    }

    private static Escalation.Outcome outcome(@Nullable String code) {
        return Stream.of(Escalation.Outcome.values())
                .filter(outcome -> code(outcome).equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "outcome")));
    }

    private Answer answer(Escalation escalation) {
        var deed = escalation.deed();
        var outcome = escalation.outcome();
        return new Answer(
                escalation.id(),
                code(escalation.cause()),
                deed.customer().toString(),
                deed.action(),
                deed.agentName(),
                deed.at(),
                deed.caseId(),
                deed.entry(),
                code(escalation.state()),
                escalation.openedAt(),
                escalation.takenBy(),
                outcome == null ? null : code(outcome),
                escalations.notes(escalation.id()).stream()
                        .map(note -> new Written(note.writtenAt(), note.author(), note.note()))
                        .toList());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a supervisor writes beside it. */
    record Note(@Nullable String note) {}

    /** What a supervisor found: {@code misuse}, {@code misunderstanding} or {@code unclear}. */
    record Closing(@Nullable String outcome) {}

    /** Escalations that nobody closed. */
    record Waiting(List<Answer> escalations) {}

    /** A note beside an escalation. */
    record Written(Instant at, String author, String note) {}

    /** An escalation as programs see it. */
    record Answer(
            UUID id,
            String cause,
            String customer,
            String action,
            String agent,
            Instant actedAt,
            UUID caseId,
            UUID entry,
            String state,
            Instant openedAt,
            @Nullable String takenBy,
            @Nullable String outcome,
            List<Written> notes) {}
}
