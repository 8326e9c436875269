package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** Overrides for the programs of supervisors. */
@RestController
@RequestMapping("/api/v1/overrides")
@Requires(Permission.OVERRIDE_VERIFICATION)
class OverrideEndpoint {

    private final Overrides overrides;

    OverrideEndpoint(Overrides overrides) {
        this.overrides = overrides;
    }

    @GetMapping
    Open open(Agent agent) {
        return new Open(overrides.open(agent).stream().map(this::answer).toList());
    }

    @PostMapping("/{id}/giving")
    Answer give(@PathVariable UUID id, @RequestBody Giving request, Agent agent) {
        return answer(overrides.give(agent, id, Objects.requireNonNullElse(request.because(), "")));
    }

    @PostMapping("/{id}/review")
    Answer review(@PathVariable UUID id, @RequestBody Review request, Agent agent) {
        return answer(overrides.review(
                agent, id, finding(request.finding()), Objects.requireNonNullElse(request.words(), "")));
    }

    private static OverrideCase.Finding finding(@Nullable String code) {
        return Arrays.stream(OverrideCase.Finding.values())
                .filter(finding -> code(finding).equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "finding")));
    }

    private Answer answer(OverrideCase one) {
        var given = one.given();
        return new Answer(
                one.id(),
                one.caseId(),
                one.customer().toString(),
                code(one.state()),
                one.asked().name(),
                one.asked().because(),
                one.asked().at(),
                given == null ? null : given.name(),
                given == null ? null : given.because(),
                given == null ? null : given.at(),
                one.countsUntil(),
                overrides.isOverdue(one));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a supervisor vouches for the caller. */
    record Giving(@Nullable String because) {}

    /** What another supervisor found: {@code justified} or {@code not-justified}, and in which words. */
    record Review(@Nullable String finding, @Nullable String words) {}

    /** Those that wait for an answer or a review, oldest first. */
    record Open(List<Answer> overrides) {}

    /**
     * One of them.
     *
     * @param overdue whether it should have been reviewed by now
     */
    record Answer(
            UUID id,
            UUID caseId,
            String customer,
            String state,
            String askedBy,
            String askedBecause,
            Instant askedAt,
            @Nullable String givenBy,
            @Nullable String givenBecause,
            @Nullable Instant givenAt,
            @Nullable Instant countsUntil,
            boolean overdue) {}
}
