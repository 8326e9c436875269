package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.LooksBack;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import org.springframework.stereotype.Component;

/** What speaks against believing a caller, gathered for the agent before they decide; none of it refuses anything. */
@Component
class Contradictions implements LooksBack {

    static final Duration LOOKED_BACK = Duration.ofDays(30);

    private static final Set<String> FAILURES =
            Set.of(Problem.VERIFICATION_FAILED.code(), Problem.SIGN_IN_CODE_WRONG.code());

    private static final Duration TODAY = Duration.ofHours(24);

    /** A link is used within the hour, and a directory logs one reset in several events. */
    private static final Duration ONE_RECOVERY = Duration.ofHours(2);

    private static final int RECOVERIES_TOLD = 2;
    private static final int AT_ONCE = 200;
    private static final int EVENTS = 100;

    private final DoneBefore doneBefore;
    private final AuditReader trail;
    private final ActivityLog log;
    private final SharedAddresses shared;
    private final WhatIsNotKnown notKnown;
    private final Clock clock;

    Contradictions(
            DoneBefore doneBefore,
            AuditReader trail,
            ActivityLog log,
            SharedAddresses shared,
            WhatIsNotKnown notKnown,
            Clock clock) {
        this.doneBefore = doneBefore;
        this.trail = trail;
        this.log = log;
        this.shared = shared;
        this.notKnown = notKnown;
        this.clock = clock;
    }

    List<Contradiction> about(Agent agent, Looking.Look look) {
        var customer = look.customer().id();
        var now = clock.instant();
        var deeds = doneBefore.to(customer, now.minus(LOOKED_BACK));
        return Stream.of(
                        changed("addresses-changed", deeds, EnumSet.of(Effect.ADDRESSES, Effect.SIGN_IN_NAMES)),
                        changed("methods-changed", deeds, EnumSet.of(Effect.METHODS)),
                        recoveries(deeds),
                        failed(agent, customer, now),
                        signedIn(customer, now),
                        shared.with(agent, look.directory(), look.customer()),
                        notKnown.about(look.directory()))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Stream<Reach> reaches() {
        return Stream.of(new Reach("what agents are told of a caller", LOOKED_BACK));
    }

    private static List<Contradiction> changed(String code, List<Deed> deeds, Set<Effect> effects) {
        return told(deeds.stream()
                .filter(deed -> !Collections.disjoint(deed.effects(), effects))
                .map(Deed::at)
                .max(Comparator.naturalOrder())
                .map(at -> Contradiction.at(code, at)));
    }

    private static List<Contradiction> recoveries(List<Deed> deeds) {
        var starts = new ArrayList<Instant>();
        deeds.stream()
                .filter(deed -> deed.effects().contains(Effect.PASSWORD)
                        || deed.effects().contains(Effect.METHODS))
                .map(Deed::at)
                .sorted()
                .filter(at -> starts.isEmpty() || at.isAfter(starts.getLast().plus(ONE_RECOVERY)))
                .forEach(starts::add);
        return told(Optional.of(starts.size())
                .filter(count -> count >= RECOVERIES_TOLD)
                .map(count -> Contradiction.counted("recoveries", count)));
    }

    private List<Contradiction> failed(Agent agent, CustomerId customer, Instant now) {
        var question = new AuditQuestion(
                customer.subject(), null, "verify-caller", null, now.minus(TODAY), null, null, AT_ONCE);
        var failed = trail.read(question).entries().stream()
                .filter(entry -> entry.code() != null && FAILURES.contains(entry.code()))
                .collect(Collectors.partitioningBy(
                        entry -> agent.key().equals(entry.announcement().actor().id()), Collectors.counting()));
        return Stream.of(
                        counted("failed-with-others", failed.getOrDefault(false, 0L)),
                        counted("failed-with-you", failed.getOrDefault(true, 0L)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contradiction> counted(String code, long count) {
        return count > 0 ? List.of(Contradiction.counted(code, count)) : List.of();
    }

    private List<Contradiction> signedIn(CustomerId customer, Instant now) {
        return told(log.of(customer, EVENTS).stream()
                .filter(DirectoryEvent::signIn)
                .filter(event -> event.result() == DirectoryEvent.Result.SUCCESS)
                .map(DirectoryEvent::at)
                .filter(at -> at.isAfter(now.minus(TODAY)))
                .max(Comparator.naturalOrder())
                .map(at -> Contradiction.at("signed-in", at)));
    }

    private static List<Contradiction> told(Optional<Contradiction> found) {
        return found.stream().toList();
    }
}
