package latchkey.helpdesk.action;

import java.util.Objects;
import java.util.TreeMap;
import latchkey.directory.Customer;
import latchkey.helpdesk.approval.ExactAction;

/** Fingerprints of what an agent saw and of what an action would exactly do. */
class Seen {

    private Seen() {}

    /** Of the values an agent decides on: for one action and one customer, so that no form serves another one. */
    static String fingerprint(Action<?> action, Customer customer) {
        return new Digest()
                .add(action.name())
                .add(customer.id().toString())
                .add(customer.displayName())
                .add(new TreeMap<>(action.shown(customer)))
                .hexadecimal();
    }

    static ExactAction exact(Action<?> action, Customer customer, Plan plan) {
        return new ExactAction(new Digest()
                .add(action.name())
                .add(customer.id().toString())
                .add(plan.before())
                .add(plan.after())
                .add(new TreeMap<>(plan.facts()))
                .add(Objects.requireNonNullElse(plan.why(), ""))
                .hexadecimal());
    }
}
