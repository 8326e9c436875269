package latchkey.helpdesk.verification;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.limits.Limits;
import org.springframework.stereotype.Service;

/** Codes that customers are shown after they signed in at their own directory, and read to the agent. */
@Service
public class SignInCodes {

    static final String METHOD = "signed-in-code";

    private final CustomerSignIns signIns;
    private final SignInCodeRows codes;
    private final VerificationRows rows;
    private final VerificationSettings settings;
    private final AddressSettings addresses;
    private final Limits limits;
    private final KeyedHash hash;
    private final Trail trail;
    private final NotedChanges noted;
    private final OneByOne oneByOne;
    private final Clock clock;

    SignInCodes(
            CustomerSignIns signIns,
            SignInCodeRows codes,
            VerificationRows rows,
            VerificationSettings settings,
            AddressSettings addresses,
            Limits limits,
            KeyedHash hash,
            Trail trail,
            NotedChanges noted,
            OneByOne oneByOne,
            Clock clock) {
        this.signIns = signIns;
        this.codes = codes;
        this.rows = rows;
        this.settings = settings;
        this.addresses = addresses;
        this.limits = limits;
        this.hash = hash;
        this.trail = trail;
        this.noted = noted;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** The page on which customers of that directory sign in; empty when they cannot. */
    public Optional<URI> page(DirectoryId directory) {
        return signIns.isOffered(directory)
                ? Optional.of(URI.create(addresses.front().url() + "/verify"))
                : Optional.empty();
    }

    /**
     * A code for whoever just signed in as that customer; it ends the one before. Empty when they had too many lately.
     *
     * @throws latchkey.audit.AuditUnavailable when the trail took no entry; no code counts then
     */
    public Optional<ShownCode> show(CustomerId customer) {
        return oneByOne.of("sign-in codes of " + customer, () -> shown(customer));
    }

    private Optional<ShownCode> shown(CustomerId customer) {
        var now = clock.instant();
        if (isOverLimit(customer, now)) {
            trail.note(entry(customer), Problem.VERIFICATION_LIMIT.code());
            return Optional.empty();
        }
        trail.note(entry(customer), null);
        var id = UUID.randomUUID();
        var code = Code.fresh();
        var until = now.plus(settings.codeFor());
        codes.show(id, customer, hashed(id, code), settings.tries(), now, until);
        return Optional.of(new ShownCode(code.digits(), until));
    }

    private boolean isOverLimit(CustomerId customer, Instant now) {
        return codes.shownSince(customer, now.minus(Duration.ofHours(1))) >= settings.codesPerHour()
                || codes.shownSince(customer, now.minus(Duration.ofDays(1))) >= settings.codesPerDay();
    }

    /**
     * Compares what the caller read with the code that the case's customer was shown. Whose code a wrong one is, or whether
     * the customer signed in at all, nobody is told.
     *
     * @throws ProblemException {@code SIGN_IN_CODE_WRONG}; {@code TOO_MANY_VERIFICATIONS}
     */
    VerifiedCaller answer(Agent agent, Case under, String typed) {
        limits.verify(agent);
        var shown = Code.typed(typed)
                .flatMap(code -> codes.takeTry(under.customer(), clock.instant())
                        .filter(counting -> MessageDigest.isEqual(counting.hash(), hashed(counting.id(), code))));
        return shown.flatMap(right -> proven(agent, under, right)).orElseThrow(() -> refused(agent, under));
    }

    private Optional<VerifiedCaller> proven(Agent agent, Case under, SignInCodeRows.Shown right) {
        var now = clock.instant();
        var proof = proof(agent, under, right, now);
        var isFirst = noted.change(
                entry(agent, under, Map.of("verification", right.id().toString())),
                () -> codes.use(right.id()) && rows.insertProven(proof, now));
        return isFirst ? VerifiedCaller.of(rows.proven(under.id(), agent.key(), now)) : Optional.empty();
    }

    private Verification proof(Agent agent, Case under, SignInCodeRows.Shown right, Instant now) {
        return new Verification(
                right.id(),
                under.id(),
                under.customer(),
                agent.key(),
                METHOD,
                Channel.SIGN_IN,
                "",
                0,
                Verification.State.PROVEN,
                now.truncatedTo(ChronoUnit.MICROS),
                now.plus(settings.provenFor()).truncatedTo(ChronoUnit.MICROS),
                null);
    }

    private ProblemException refused(Agent agent, Case under) {
        trail.note(entry(agent, under, Map.of()), Problem.SIGN_IN_CODE_WRONG.code());
        return new ProblemException(Problem.SIGN_IN_CODE_WRONG);
    }

    private byte[] hashed(UUID id, Code code) {
        return hash.of("sign-in code", id.toString(), code.digits());
    }

    private static Announcement entry(CustomerId customer) {
        var who = new Actor(Actor.Kind.CUSTOMER, customer.toString(), "", Set.of());
        return Announcement.of(who, "show-sign-in-code", customer.subject());
    }

    private static Announcement entry(Agent agent, Case under, Map<String, String> facts) {
        var all = new java.util.HashMap<>(facts);
        all.put("method", METHOD);
        return under.announcement(agent, "verify-caller", all, Map.of());
    }
}
