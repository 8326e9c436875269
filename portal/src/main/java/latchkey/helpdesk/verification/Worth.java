package latchkey.helpdesk.verification;

/** Whose word a proof is in the end, least first. */
enum Worth {
    /** The agent's alone. */
    STATED,
    /** A supervisor's: no second proof, whatever stands beside it. */
    VOUCHED,
    /** The customer's: they hold what nobody can make up. */
    SHOWN
}
