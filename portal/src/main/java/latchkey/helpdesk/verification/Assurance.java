package latchkey.helpdesk.verification;

/** How sure a proof makes us, weakest first. */
public enum Assurance {
    /** The caller reads what was sent to one address on file. */
    ONE_ADDRESS
}
