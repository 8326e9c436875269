package latchkey.helpdesk.verification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.helpdesk.cases.Case;
import org.springframework.stereotype.Service;

/** Having callers prove that they are the customer. */
@Service
public class Verifications {

    private final VerificationRows rows;
    private final Sending sending;
    private final Answering answering;
    private final NewAddresses newAddresses;
    private final List<VerificationMethod> methods;
    private final Clock clock;

    Verifications(
            VerificationRows rows,
            Sending sending,
            Answering answering,
            NewAddresses newAddresses,
            List<VerificationMethod> methods,
            Clock clock) {
        this.rows = rows;
        this.sending = sending;
        this.answering = answering;
        this.newAddresses = newAddresses;
        this.methods = List.copyOf(methods);
        this.clock = clock;
    }

    /** Where a code can go, masked, and since when; empty when the directory has no address for this customer. */
    public List<AddressChoice> choices(Customer customer) {
        var known = newAddresses.of(customer);
        return addresses(customer).stream()
                .map(one -> new AddressChoice(
                        one.handle(), one.masked(), known.waitsUntil(one).orElse(null)))
                .toList();
    }

    /** Every address of the customer that a method reaches. */
    public List<AddressOnFile> addresses(Customer customer) {
        return methods.stream()
                .flatMap(method -> method.reachable(customer).stream())
                .toList();
    }

    /** The same for the customer of a case, read from the directory now; {@code CUSTOMER_NOT_FOUND} when gone. */
    List<AddressChoice> choicesFor(Case under) {
        return choices(sending.customer(under));
    }

    /**
     * Sends a code to an address on file, which is read from the directory at this moment.
     *
     * @param handle which address, by {@link AddressOnFile#handle}
     * @throws ProblemException {@code CUSTOMER_NOT_FOUND}; {@code NO_ADDRESS_ON_FILE}; {@code STALE_FORM} when the
     *     address is no longer on file; {@code ADDRESS_TOO_NEW}; {@code VERIFICATION_LIMIT} when this customer got too many codes lately,
     *     whoever asked for them
     */
    public Verification start(Agent agent, Case under, String handle) {
        return sending.start(agent, under, handle);
    }

    /**
     * Compares what the caller read back with the code; each answer uses up a try.
     *
     * @throws ProblemException {@code VERIFICATION_NOT_FOUND} when it is not this agent's; {@code VERIFICATION_FAILED}
     *     when the code is wrong; {@code VERIFICATION_EXPIRED} when no try or no time is left
     */
    public VerifiedCaller answer(Agent agent, Case under, UUID verification, String typed) {
        return answering.answer(agent, under, of(agent, under, verification), typed);
    }

    /** A verification of this agent and case; {@code VERIFICATION_NOT_FOUND} when there is none. */
    public Verification of(Agent agent, Case under, UUID id) {
        return rows.byId(id)
                .filter(found -> found.agent().equals(agent.key()))
                .filter(found -> found.caseId().equals(under.id()))
                .orElseThrow(() -> new ProblemException(Problem.VERIFICATION_NOT_FOUND));
    }

    /** The proof that counts now for this case and agent, if there is one. */
    public Optional<VerifiedCaller> current(Case under, Agent agent) {
        return rows.proven(under.id(), agent.key(), clock.instant())
                .filter(proven -> under.isAbout(proven.customer()))
                .map(answering::caller);
    }

    /** The code that the caller is being asked for, if one is on its way. */
    public Optional<Verification> waiting(Case under, Agent agent) {
        return rows.waiting(under.id(), agent.key(), clock.instant());
    }
}
