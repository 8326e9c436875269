package latchkey.helpdesk.verification;

import java.util.Locale;

/**
 * How sure proofs make us, weakest first, after NIST SP 800-63B-4 §4.2: what gets an account back is one code at an
 * address on file, or two by different methods.
 */
public enum Assurance {
    /** The caller reads what was sent to one address on file. */
    ONE_ADDRESS,
    /** The caller proved it in two ways that do not depend on each other. */
    TWO_METHODS;

    /** Its name for programs, such as {@code two-methods}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is as sure as that, or surer. */
    public boolean reaches(Assurance wanted) {
        return compareTo(wanted) >= 0;
    }
}
