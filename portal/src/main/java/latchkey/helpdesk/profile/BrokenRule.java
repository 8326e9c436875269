package latchkey.helpdesk.profile;

/** A typed value breaks a rule; found while it is read. */
class BrokenRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final long limit;

    BrokenRule(Rule rule) {
        this(rule, 0);
    }

    BrokenRule(Rule rule, long limit) {
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.limit = limit;
    }

    Rule rule() {
        return rule;
    }

    long limit() {
        return limit;
    }
}
