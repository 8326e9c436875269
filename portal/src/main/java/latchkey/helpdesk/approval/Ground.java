package latchkey.helpdesk.approval;

import java.util.Locale;

/** Why an action needs a second person. */
public enum Ground {
    /** The settings want one for every action of that name. */
    ACTION,
    PROTECTED_CUSTOMER,
    /** A change to the same account is not long ago. */
    EARLIER_CHANGE,
    /** Supervisors have raised every requirement for a while. */
    CAUTION,
    /** The caller has proven less than such a change asks for. */
    LITTLE_PROOF,
    /** A rule of the settings' own. */
    POLICY;

    /** As settings, programs and message keys write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
