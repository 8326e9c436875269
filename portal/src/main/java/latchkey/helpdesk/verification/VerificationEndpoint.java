package latchkey.helpdesk.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.helpdesk.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proof of the caller for programs: where a code can go, send one, answer it. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
@Requires(Permission.VERIFY_CALLER)
class VerificationEndpoint {

    private final Cases cases;
    private final Verifications verifications;
    private final Overrides overrides;

    VerificationEndpoint(Cases cases, Verifications verifications, Overrides overrides) {
        this.cases = cases;
        this.verifications = verifications;
        this.overrides = overrides;
    }

    @GetMapping("/addresses")
    Addresses addresses(@PathVariable UUID caseId, @RequestParam(defaultValue = "false") boolean lookUp, Agent agent) {
        var under = cases.openOf(agent, caseId);
        return Addresses.of(
                verifications.waysFor(agent, under, lookUp),
                verifications.signInPage(under).orElse(null));
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.CREATED)
    Sent start(@PathVariable UUID caseId, @RequestBody NewVerification request, Agent agent) {
        var address = request.address() == null ? "" : request.address();
        return Sent.of(verifications.start(agent, cases.openOf(agent, caseId), address));
    }

    @GetMapping("/verifications/{verification}")
    Sent read(@PathVariable UUID caseId, @PathVariable UUID verification, Agent agent) {
        return Sent.of(verifications.of(agent, cases.of(agent, caseId), verification));
    }

    @PostMapping("/verifications/{verification}/answer")
    Proven answer(
            @PathVariable UUID caseId, @PathVariable UUID verification, @RequestBody Answer request, Agent agent) {
        var code = request.code() == null ? "" : request.code();
        var proof = verifications.answer(agent, cases.openOf(agent, caseId), verification, code);
        return new Proven(verification, proof.methods(), proof.assurance().code(), proof.expiresAt());
    }

    /** What the caller read from the page that they signed in on. */
    @PostMapping("/verifications/sign-in")
    Proven signedIn(@PathVariable UUID caseId, @RequestBody Answer request, Agent agent) {
        var code = request.code() == null ? "" : request.code();
        var proof = verifications.answerSignIn(agent, cases.openOf(agent, caseId), code);
        return new Proven(
                proof.proofs().getFirst(), proof.methods(), proof.assurance().code(), proof.expiresAt());
    }

    /** Asks the supervisors to vouch for the caller. */
    @PostMapping("/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@PathVariable UUID caseId, @RequestBody Asking request, Agent agent) {
        var because = request.because() == null ? "" : request.because();
        var under = cases.openOf(agent, caseId);
        return new Asked(
                overrides.ask(agent, under, because), overrides.waiting(under).orElse(null));
    }

    /** Shown once for each asking, which is counted and noted; not to be kept. */
    @PostMapping("/verifications/{verification}/number")
    ShownNumber number(@PathVariable UUID caseId, @PathVariable UUID verification, Agent agent) {
        return new ShownNumber(verifications.number(agent, cases.openOf(agent, caseId), verification));
    }

    @PostMapping("/verifications/{verification}/result")
    Sent ended(
            @PathVariable UUID caseId, @PathVariable UUID verification, @RequestBody CallBackEnd request, Agent agent) {
        return Sent.of(verifications.ended(
                agent, cases.openOf(agent, caseId), verification, CallResult.named(request.result())));
    }

    /**
     * Where a code can go.
     *
     * @param addresses the places, by method
     * @param notPossible the methods that do not reach this customer, and why
     * @param signInPage where a caller signs in to be shown a code; null when they cannot
     */
    record Addresses(
            List<Address> addresses,
            List<NotPossible> notPossible,
            @Nullable String signInPage) {

        static Addresses of(List<Way> ways, @Nullable String signInPage) {
            return new Addresses(
                    ways.stream().flatMap(Addresses::addresses).toList(),
                    ways.stream().flatMap(Addresses::notPossible).toList(),
                    signInPage);
        }

        private static Stream<Address> addresses(Way way) {
            return way.choices().stream()
                    .map(one -> new Address(one.handle(), way.method(), one.masked(), one.waitsUntil()));
        }

        private static Stream<NotPossible> notPossible(Way way) {
            var why = way.whyNot();
            return why == null ? Stream.empty() : Stream.of(new NotPossible(way.method(), why));
        }
    }

    /** An address, masked, what to choose it by, and until when nothing goes to it because it is new. */
    record Address(
            String handle,
            String method,
            String masked,
            @Nullable Instant waitsUntil) {}

    /** A method that does not reach this customer. */
    record NotPossible(String method, String why) {}

    /** Which address a code is to be sent to, by its handle. */
    record NewVerification(@Nullable String address) {}

    /** What the caller read back. */
    record Answer(@Nullable String code) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** Why the caller can prove nothing, and why they are believed. */
    record Asking(@Nullable String because) {}

    /** A request that waits for a supervisor, and until when. */
    record Asked(UUID id, @Nullable Instant waitsUntil) {}

    /** The number to ring back. */
    record ShownNumber(String number) {
        @Override
        public String toString() {
            return "ShownNumber";
        }
    }

    /** What came of a call-back: {@code reached}, {@code not-reached} or {@code somebody-else}. */
    record CallBackEnd(@Nullable String result) {}

    /** A code on its way, or a call-back to make. */
    record Sent(UUID id, String method, String sentTo, String state, int triesLeft, Instant expiresAt) {
        static Sent of(Verification sent) {
            return new Sent(
                    sent.id(),
                    sent.method(),
                    sent.sentTo(),
                    sent.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    sent.triesLeft(),
                    sent.expiresAt());
        }
    }

    /**
     * The proof that counts now.
     *
     * @param verification the one that was answered, or that lasts longest
     * @param methods how the caller has proved it by now
     * @param assurance {@code one-address} or {@code two-methods}
     * @param expiresAt until when all of it counts
     */
    record Proven(UUID verification, List<String> methods, String assurance, Instant expiresAt) {}
}
