package latchkey.helpdesk.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs: open, read, write a note, close. */
@RestController
@Requires(Permission.OPEN_CASE)
class CaseEndpoint {

    private final Cases cases;
    private final KnownCustomers known;

    CaseEndpoint(Cases cases, KnownCustomers known) {
        this.cases = cases;
        this.known = known;
    }

    @PostMapping("/api/v1/directories/{directory}/customers/{id}/cases")
    @ResponseStatus(HttpStatus.CREATED)
    CaseAnswer open(
            @PathVariable String directory, @PathVariable String id, @RequestBody NewCase request, Agent agent) {
        var customer = known.checked(agent, directory, id);
        var opening = new CaseOpening(request.reason(), request.words(), request.ticket());
        return answer(cases.open(agent, customer, opening));
    }

    @GetMapping("/api/v1/cases/{caseId}")
    CaseAnswer read(@PathVariable UUID caseId, Agent agent) {
        return answer(cases.of(agent, caseId));
    }

    @PostMapping("/api/v1/cases/{caseId}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    CaseAnswer note(@PathVariable UUID caseId, @RequestBody NewNote request, Agent agent) {
        cases.note(agent, caseId, request.note() == null ? "" : request.note());
        return answer(cases.of(agent, caseId));
    }

    @PostMapping("/api/v1/cases/{caseId}/closing")
    CaseAnswer close(@PathVariable UUID caseId, @RequestBody Closing request, Agent agent) {
        return answer(cases.close(agent, caseId, outcome(request.outcome())));
    }

    private CaseAnswer answer(Case found) {
        return CaseAnswer.of(found, cases.notes(found));
    }

    static CaseOutcome outcome(@Nullable String said) {
        try {
            return CaseOutcome.valueOf(
                    (said == null ? "" : said).toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID_CASE, Map.of("field", "outcome", "rule", "unknown"));
        }
    }

    /** What opens a case. */
    record NewCase(
            @Nullable String reason,
            @Nullable String words,
            @Nullable String ticket) {}

    /** A note to be written into a case. */
    record NewNote(@Nullable String note) {}

    /** How a case ends: {@code helped}, {@code not-helped}, {@code caller-refused} or {@code abandoned}. */
    record Closing(@Nullable String outcome) {}

    /** A case as programs see it. */
    record CaseAnswer(
            UUID id,
            CustomerReference customer,
            String agent,
            String reason,
            @Nullable String words,
            @Nullable String ticket,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            List<CaseNote> notes) {

        static CaseAnswer of(Case found, List<CaseNote> notes) {
            CaseOutcome outcome = found.outcome();
            return new CaseAnswer(
                    found.id(),
                    CustomerReference.of(found.customer()),
                    found.agentName(),
                    found.reason(),
                    found.words(),
                    found.ticket(),
                    found.openedAt(),
                    found.closedAt(),
                    outcome == null
                            ? null
                            : outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    notes);
        }
    }

    /** A customer as programs name them. */
    record CustomerReference(String directory, UUID id) {
        static CustomerReference of(CustomerId customer) {
            return new CustomerReference(customer.directory().value(), customer.objectId());
        }
    }
}
