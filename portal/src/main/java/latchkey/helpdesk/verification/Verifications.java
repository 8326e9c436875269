package latchkey.helpdesk.verification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.caution.Caution;
import latchkey.helpdesk.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Having callers prove that they are the customer. */
@Service
public class Verifications {

    private final VerificationRows rows;
    private final Sending sending;
    private final Answering answering;
    private final CallingBack callingBack;
    private final SignInCodes signInCodes;
    private final Ways ways;
    private final Limits limits;
    private final Caution caution;
    private final Clock clock;

    Verifications(
            VerificationRows rows,
            Sending sending,
            Answering answering,
            CallingBack callingBack,
            SignInCodes signInCodes,
            Ways ways,
            Limits limits,
            Caution caution,
            Clock clock) {
        this.rows = rows;
        this.sending = sending;
        this.answering = answering;
        this.callingBack = callingBack;
        this.signInCodes = signInCodes;
        this.ways = ways;
        this.limits = limits;
        this.caution = caution;
        this.clock = clock;
    }

    /**
     * Every way to prove who is calling, the impossible ones too.
     *
     * @param proven what has been proved already; null when nothing has
     */
    public List<Way> ways(Customer customer, @Nullable VerifiedCaller proven) {
        return ways.of(customer, proven);
    }

    /**
     * The same with the phone numbers that are registered as authentication methods, which the directory tells slowly.
     *
     * @throws ProblemException {@code TOO_MANY_REVEALS}
     */
    public List<Way> waysLookedUp(
            Agent agent, Directory directory, Customer customer, @Nullable VerifiedCaller proven) {
        limits.reveal(agent, customer.id());
        return ways.lookedUp(directory, customer, proven);
    }

    /** The same for a case, the customer read from the directory now; {@code CUSTOMER_NOT_FOUND} when gone. */
    List<Way> waysFor(Agent agent, Case under, boolean lookUp) {
        var customer = sending.customer(under);
        var proven = current(under, agent).orElse(null);
        return lookUp ? waysLookedUp(agent, sending.directory(under), customer, proven) : ways(customer, proven);
    }

    /**
     * Sends a code by one of the methods to a place on file, which is read from the directory at this moment, or begins a
     * call-back to it.
     *
     * @param handle which place by which method, by {@link AddressOnFile#handle}
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

    /**
     * Compares what the caller read with the code they were shown after signing in as the case's customer.
     *
     * @throws ProblemException {@code SIGN_IN_CODE_WRONG}, alike for a wrong code, another customer's, and one whose time is
     *     over; {@code TOO_MANY_VERIFICATIONS}
     */
    public VerifiedCaller answerSignIn(Agent agent, Case under, String typed) {
        return signInCodes.answer(agent, under, typed);
    }

    /** Where the case's customer signs in to be shown a code; empty when their directory's customers cannot. */
    Optional<String> signInPage(Case under) {
        return signInCodes.page(under.customer().directory()).map(Object::toString);
    }

    /** How this customer signs in to be shown a code; empty when their directory's customers cannot. */
    public Optional<SignInWay> signInWay(Customer customer, @Nullable VerifiedCaller proven) {
        return signInCodes
                .page(customer.id().directory())
                .map(page -> new SignInWay(page.toString(), proven != null && proven.hasSignedIn()));
    }

    /**
     * The full number of a call-back, for ringing it and for nothing else; shown under a case, counted and noted.
     *
     * @throws ProblemException {@code VERIFICATION_NOT_FOUND} when it is not this agent's; {@code CALL_BACK_OVER} when its
     *     time is over or its result said; {@code STALE_FORM} when the number is no longer on file; {@code
     *     TOO_MANY_REVEALS}
     */
    public String number(Agent agent, Case under, UUID verification) {
        return callingBack.number(agent, under, of(agent, under, verification));
    }

    /**
     * What came of a call-back, said once.
     *
     * @throws ProblemException {@code VERIFICATION_NOT_FOUND}; {@code NUMBER_NOT_SHOWN} when the agent cannot have rung;
     *     {@code CALL_BACK_OVER}
     */
    public Verification ended(Agent agent, Case under, UUID verification, CallResult result) {
        callingBack.end(agent, under, of(agent, under, verification), result);
        return of(agent, under, verification);
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
        return VerifiedCaller.of(counting(under, agent)).filter(proven -> under.isAbout(proven.customer()));
    }

    /** While caution is raised nobody's word stands for a proof, also when it was given before. */
    private List<Verification> counting(Case under, Agent agent) {
        var proven = rows.proven(under.id(), agent.key(), clock.instant());
        return proven.stream().noneMatch(proof -> proof.worth() == Worth.VOUCHED) || !caution.isRaised()
                ? proven
                : proven.stream()
                        .filter(proof -> proof.worth() != Worth.VOUCHED)
                        .toList();
    }

    /** The call-back that the agent is to make, if there is one. */
    public Optional<Verification> ringing(Case under, Agent agent) {
        return rows.ringing(under.id(), agent.key(), clock.instant());
    }

    /** The code that the caller is being asked for, if one is on its way. */
    public Optional<Verification> waiting(Case under, Agent agent) {
        return rows.waiting(under.id(), agent.key(), clock.instant());
    }
}
