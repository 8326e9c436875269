package latchkey.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.CustomerSeal;
import latchkey.audit.ErasableCustomers;
import latchkey.audit.KeyErasure;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.erasure.ErasureRequest.Asker;
import latchkey.erasure.ErasureRequest.State;
import latchkey.helpdesk.population.Populations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asking for an erasing, and agreeing to it; carrying it out is not the portal's, which can destroy nothing. */
@Service
class Erasures {

    static final String STEP_UP = "erase-customer";

    private static final Duration OPEN_FOR = Duration.ofDays(7);
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TICKET = 64;

    private final ErasureRows rows;
    private final ErasableCustomers customers;
    private final Directories directories;
    private final Populations populations;
    private final FreshSignIn freshSignIn;
    private final CustomerSeal seal;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Erasures(
            ErasureRows rows,
            ErasableCustomers customers,
            Directories directories,
            Populations populations,
            FreshSignIn freshSignIn,
            CustomerSeal seal,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.directories = directories;
        this.populations = populations;
        this.freshSignIn = freshSignIn;
        this.seal = seal;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    /** The latest requests about customers whom the agent sees, newest first. */
    List<ErasureView> latest(Agent agent) {
        var latest = rows.latest();
        var present = customers.present(latest.stream().map(ErasureRequest::key).toList());
        return latest.stream()
                .filter(each -> isSeen(agent, each.customer()))
                .map(each -> view(agent, each, Boolean.TRUE.equals(present.get(each.key()))))
                .toList();
    }

    /**
     * Asks for it.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code STEP_UP_REQUIRED}; {@code DIRECTORY_NOT_FOUND}; {@code
     *     CUSTOMER_NOT_FOUND} to those who do not see them; {@code INVALID_REASON}; {@code NOTHING_TO_ERASE}
     */
    UUID ask(Agent agent, String directory, String customer, @Nullable String why, @Nullable String ticket) {
        var id = customer(agent, directory, customer);
        demandLeave(agent, id);
        var reason = reason(agent, id, why, ticket);
        var key = customers.keyOf(id.subject()).orElseThrow(() -> refused(agent, id, Problem.NOTHING_TO_ERASE));
        var asked = asked(agent, id, key, reason, blankToNull(ticket));
        var entry = asked.erasure().asked(agent.actor(), agent.person(), reason, asked.ticket());
        if (!noted.change(entry, () -> rows.insert(asked))) {
            throw refused(agent, id, Problem.NOTHING_TO_ERASE);
        }
        return asked.id();
    }

    /**
     * Agrees, which is carried out within a minute and cannot be taken back, or says no.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code ERASURE_NOT_FOUND}; {@code OWN_ERASURE} to whoever asked;
     *     {@code STEP_UP_REQUIRED}; {@code INVALID_REASON} for too many words; {@code ERASURE_NOT_OPEN}
     */
    void decide(Agent agent, UUID id, boolean agreed, @Nullable String why) {
        demandPermission(agent, null);
        var asked = rows.byId(id)
                .filter(found -> isSeen(agent, found.customer()))
                .orElseThrow(() -> refused(agent, null, Problem.ERASURE_NOT_FOUND));
        if (isOwn(agent, asked)) {
            throw refused(agent, asked.customer(), Problem.OWN_ERASURE);
        }
        demandLeave(agent, asked.customer());
        if (why != null && why.length() > LONGEST_REASON) {
            throw refused(agent, asked.customer(), Problem.INVALID_REASON);
        }
        if (!noted.change(
                entry(agent, asked, agreed, why),
                () -> rows.decide(id, agreed ? State.AGREED : State.DENIED, agent, clock.instant()))) {
            throw refused(agent, asked.customer(), Problem.ERASURE_NOT_OPEN);
        }
    }

    private static Announcement entry(Agent agent, ErasureRequest asked, boolean agreed, @Nullable String why) {
        var erasure = asked.erasure();
        return agreed
                ? erasure.agreed(agent.actor(), agent.person(), asked.ticket())
                : erasure.denied(agent.actor(), agent.person(), blankToNull(why), asked.ticket());
    }

    private CustomerId customer(Agent agent, String directory, String customer) {
        try {
            var id = CustomerId.of(directory, customer.strip());
            if (directories.forAgents(id.directory()).isEmpty()) {
                throw refused(agent, null, Problem.DIRECTORY_NOT_FOUND);
            }
            return id;
        } catch (IllegalArgumentException e) {
            throw refused(agent, null, Problem.CUSTOMER_NOT_FOUND);
        }
    }

    private void demandLeave(Agent agent, CustomerId customer) {
        demandPermission(agent, customer);
        if (!isSeen(agent, customer)) {
            throw refused(agent, null, Problem.CUSTOMER_NOT_FOUND);
        }
        freshSignIn.missing(agent, STEP_UP).ifPresent(refusal -> {
            note(agent, customer, refusal.problem());
            throw refusal;
        });
    }

    private void demandPermission(Agent agent, @Nullable CustomerId customer) {
        if (!agent.may(Permission.ERASE_CUSTOMER)) {
            throw refused(agent, customer, Problem.NOT_PERMITTED);
        }
    }

    /** The customer may have left the directory long ago: only agents who do not see everyone have it asked. */
    private boolean isSeen(Agent agent, CustomerId customer) {
        return populations.sees(agent, customer);
    }

    private String reason(Agent agent, CustomerId customer, @Nullable String why, @Nullable String ticket) {
        var tooLong = ticket != null && ticket.length() > LONGEST_TICKET;
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON || tooLong) {
            throw refused(agent, customer, Problem.INVALID_REASON);
        }
        return why.strip();
    }

    private ErasureRequest asked(Agent agent, CustomerId customer, UUID key, String reason, @Nullable String ticket) {
        var id = UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ErasureRequest(
                id,
                customer,
                key,
                new Asker(agent.key(), agent.person(), agent.name()),
                ticket,
                seal.seal(customer.subject(), id, reason),
                now,
                now.plus(OPEN_FOR),
                State.ASKED,
                null,
                null);
    }

    private ErasureView view(Agent agent, ErasureRequest request, boolean keyThere) {
        var open = request.isOpen(clock.instant());
        return new ErasureView(
                request.id(),
                request.customer().directory().value(),
                request.customer().objectId().toString(),
                request.by().name(),
                seal.open(request.id(), request.sealedReason()).orElse(null),
                request.ticket(),
                request.askedAt(),
                request.decidedName(),
                stage(request, open, keyThere),
                open && !isOwn(agent, request),
                open ? customers.entriesAbout(request.customer().subject()) : 0);
    }

    private static ErasureView.Stage stage(ErasureRequest request, boolean open, boolean keyThere) {
        if (!keyThere) {
            return ErasureView.Stage.ERASED;
        }
        return switch (request.state()) {
            case ASKED -> open ? ErasureView.Stage.ASKED : ErasureView.Stage.EXPIRED;
            case AGREED -> ErasureView.Stage.AGREED;
            case DENIED -> ErasureView.Stage.DENIED;
            case EXPIRED -> ErasureView.Stage.EXPIRED;
        };
    }

    private static boolean isOwn(Agent agent, ErasureRequest request) {
        return request.by().agent().equals(agent.key()) || request.by().person().equals(agent.person());
    }

    private ProblemException refused(Agent agent, @Nullable CustomerId customer, Problem problem) {
        note(agent, customer, problem);
        return new ProblemException(problem);
    }

    private void note(Agent agent, @Nullable CustomerId customer, Problem problem) {
        var facts = customer == null
                ? Map.<String, String>of()
                : Map.of(
                        "directory", customer.directory().value(),
                        "customer", customer.objectId().toString());
        trail.note(
                new Announcement(agent.actor(), KeyErasure.REFUSED, null, null, null, null, facts, Map.of()),
                problem.code());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
