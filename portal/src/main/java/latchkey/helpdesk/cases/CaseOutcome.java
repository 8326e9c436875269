package latchkey.helpdesk.cases;

/** How a case ended. */
public enum CaseOutcome {
    HELPED,
    NOT_HELPED,
    CALLER_REFUSED,
    ABANDONED
}
