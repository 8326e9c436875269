package latchkey.helpdesk.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.limits.Limits;
import org.springframework.stereotype.Component;

/** Sends codes, so many per customer and no more. */
@Component
class Sending {

    private final Directories directories;
    private final List<VerificationMethod> methods;
    private final VerificationRows rows;
    private final VerificationSettings settings;
    private final Limits limits;
    private final NewAddresses newAddresses;
    private final KeyedHash hash;
    private final Trail trail;
    private final OneByOne oneByOne;
    private final Clock clock;

    Sending(
            Directories directories,
            List<VerificationMethod> methods,
            VerificationRows rows,
            VerificationSettings settings,
            Limits limits,
            NewAddresses newAddresses,
            KeyedHash hash,
            Trail trail,
            OneByOne oneByOne,
            Clock clock) {
        this.directories = directories;
        this.methods = List.copyOf(methods);
        this.rows = rows;
        this.settings = settings;
        this.limits = limits;
        this.newAddresses = newAddresses;
        this.hash = hash;
        this.trail = trail;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    Verification start(Agent agent, Case under, String handle) {
        var customer = customer(under);
        var route = route(agent, under, customer, handle);
        var sent = verification(agent, under, route);
        var entry = entry(agent, under, route);
        refuseNew(customer, route, entry);
        limits.verify(agent);
        if (!oneByOne.of("verifications of " + sent.customer(), () -> isSent(customer, route, sent, entry))) {
            trail.note(entry, Problem.VERIFICATION_LIMIT.code());
            throw new ProblemException(Problem.VERIFICATION_LIMIT);
        }
        return sent;
    }

    /** The customer of a case, as the directory has them at this moment. */
    Customer customer(Case under) {
        return directory(under)
                .customers()
                .byId(under.customer())
                .orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
    }

    Directory directory(Case under) {
        return directories
                .forAgents(under.customer().directory())
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND));
    }

    /** The place with that handle for that customer, as the directory has it at this moment. */
    AddressOnFile place(Agent agent, Case under, String handle) {
        return route(agent, under, customer(under), handle).to();
    }

    /** The directory is asked slowly only for a place that it does not tell quickly. */
    private Route route(Agent agent, Case under, Customer customer, String handle) {
        var quick = routes(method -> method.reach(customer));
        return named(quick, handle).orElseGet(() -> {
            if (methods.stream().noneMatch(VerificationMethod::mayKnowMore)) {
                throw new ProblemException(quick.isEmpty() ? Problem.NO_ADDRESS_ON_FILE : Problem.STALE_FORM);
            }
            limits.reveal(agent, customer.id());
            var directory = directory(under);
            return named(routes(method -> method.lookUp(directory, customer)), handle)
                    .orElseThrow(() -> new ProblemException(Problem.STALE_FORM));
        });
    }

    private static Optional<Route> named(List<Route> routes, String handle) {
        return routes.stream()
                .filter(route -> route.to().handle().equals(handle))
                .findFirst();
    }

    private List<Route> routes(Function<VerificationMethod, Reach> reach) {
        return methods.stream()
                .flatMap(method -> reach.apply(method).known().stream().map(to -> new Route(method, to)))
                .toList();
    }

    private Verification verification(Agent agent, Case under, Route route) {
        return new Verification(
                UUID.randomUUID(),
                under.id(),
                under.customer(),
                agent.key(),
                route.method().id(),
                route.method().channel(),
                route.to().masked(),
                settings.tries(),
                route.method().begins(),
                clock.instant().plus(route.method().lasts()).truncatedTo(ChronoUnit.MICROS),
                null,
                null);
    }

    private static Announcement entry(Agent agent, Case under, Route route) {
        return under.announcement(
                agent,
                route.method().deed(),
                Map.of("method", route.method().id()),
                Map.of("address", route.to().address()));
    }

    private void refuseNew(Customer customer, Route route, Announcement entry) {
        try {
            newAddresses.refuse(customer, route.to());
        } catch (ProblemException tooNew) {
            trail.note(entry, tooNew.problem().code());
            throw tooNew;
        }
    }

    /** Counts and sends in one turn: two agents who ask at once must not get past the limit together. */
    private boolean isSent(Customer customer, Route route, Verification sent, Announcement entry) {
        if (isOverLimit(sent.customer())) {
            return false;
        }
        trail.note(entry, null);
        var code = Code.fresh();
        rows.supersede(sent.caseId());
        rows.insert(sent, route.to().handle(), hash.of("code", sent.id().toString(), code.digits()), clock.instant());
        route.method().send(customer, route.to(), code);
        return true;
    }

    private boolean isOverLimit(CustomerId customer) {
        var now = clock.instant();
        return rows.startedSince(customer, now.minus(Duration.ofHours(1))) >= settings.codesPerHour()
                || rows.startedSince(customer, now.minus(Duration.ofDays(1))) >= settings.codesPerDay();
    }

    /** A method and the address it goes to. */
    private record Route(VerificationMethod method, AddressOnFile to) {}
}
