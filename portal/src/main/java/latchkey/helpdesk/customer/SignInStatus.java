package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import latchkey.directory.Customer;
import latchkey.directory.SignInName;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import latchkey.helpdesk.customer.PendingChanges.PendingChange.OfSignIn;

/**
 * Whether a customer can sign in, said first on the page.
 *
 * @param code for programs
 * @param tone how the sentence is coloured
 * @param sentence for people
 */
record SignInStatus(Code code, Tone tone, Sentence sentence) {

    /** The states of a customer's sign-in. */
    enum Code {
        CAN_SIGN_IN,
        BLOCKED,
        BLOCKING,
        UNBLOCKING,
        NO_PASSWORD,
        NO_SIGN_IN_NAME
    }

    /** Good, to be known, or bad news. */
    enum Tone {
        GOOD("good"),
        NOTICE("warn"),
        BAD("bad");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    static SignInStatus of(Customer customer, List<PendingChange> pending, Optional<Block> block) {
        return pendingSignIn(pending)
                .filter(change -> change.enabled() != customer.enabled())
                .map(SignInStatus::underWay)
                .orElseGet(() -> settled(customer, block));
    }

    private static Optional<OfSignIn> pendingSignIn(List<PendingChange> pending) {
        return pending.stream()
                .filter(OfSignIn.class::isInstance)
                .map(OfSignIn.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static SignInStatus underWay(OfSignIn change) {
        return change.enabled()
                ? new SignInStatus(Code.UNBLOCKING, Tone.NOTICE, Sentence.of("status.unblocking", change.since()))
                : new SignInStatus(Code.BLOCKING, Tone.NOTICE, Sentence.of("status.blocking", change.since()));
    }

    private static SignInStatus settled(Customer customer, Optional<Block> block) {
        if (!customer.enabled()) {
            return new SignInStatus(Code.BLOCKED, Tone.BAD, blocked(block));
        }
        var names = customer.signInNames().stream()
                .filter(name -> name.kind() != SignInName.Kind.GENERATED)
                .toList();
        if (names.isEmpty()) {
            return new SignInStatus(Code.NO_SIGN_IN_NAME, Tone.BAD, Sentence.of("status.no-sign-in-name"));
        }
        return names.stream().allMatch(SignInStatus::withoutPassword)
                ? new SignInStatus(Code.NO_PASSWORD, Tone.NOTICE, federated(names))
                : new SignInStatus(Code.CAN_SIGN_IN, Tone.GOOD, Sentence.of("status.can-sign-in"));
    }

    private static Sentence blocked(Optional<Block> block) {
        return block.map(event -> event.reason() == null
                        ? Sentence.of("status.blocked.by", event.by(), event.at())
                        : Sentence.of("status.blocked.because", event.by(), event.at(), event.reason()))
                .orElseGet(() -> Sentence.of("status.blocked"));
    }

    private static boolean withoutPassword(SignInName name) {
        return name.kind() == SignInName.Kind.FEDERATED || name.kind() == SignInName.Kind.EMAIL_CODE;
    }

    private static Sentence federated(List<SignInName> names) {
        if (names.stream().anyMatch(name -> name.kind() == SignInName.Kind.EMAIL_CODE)) {
            return Sentence.of("status.one-time-code");
        }
        var providers = names.stream().map(SignInName::issuer).distinct().toList();
        return providers.size() == 1
                ? Sentence.of("status.federated.one", Providers.name(providers.getFirst()))
                : Sentence.of(
                        "status.federated.many",
                        String.join(
                                ", ", providers.stream().map(Providers::name).toList()));
    }
}
