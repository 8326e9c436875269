package latchkey.helpdesk.verification;

/** Whose word a proof is in the end, least first. */
enum Worth {
    /** The agent's alone. */
    STATED,
    /** The customer's: they hold what nobody can make up. */
    SHOWN
}
