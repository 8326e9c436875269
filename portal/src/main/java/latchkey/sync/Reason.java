package latchkey.sync;

import java.util.Locale;

/** Why a contact is not in step; messages {@code sync.reason.<name>} and {@code sync.advice.<name>} say it. */
enum Reason {
    CONTACT_GONE(Cure.CONTACT),
    CONTACT_INACTIVE(Cure.CONTACT),
    CONTACT_MERGED(Cure.CONTACT),
    NO_USER_NAME(Cure.CONTACT),
    USER_NAME_NOT_AN_ID(Cure.CONTACT),
    NO_SUCH_CUSTOMER(Cure.CONTACT),
    INVALID_VALUE(Cure.CONTACT),
    VALUE_TAKEN(Cure.CONTACT),
    NOT_ALLOWED(Cure.PERSON),
    NOT_SUPPORTED(Cure.PERSON),
    DIRECTORY_UNKNOWN(Cure.PERSON),
    DIRECTORY_BUSY(Cure.TIME),
    DIRECTORY_UNAVAILABLE(Cure.TIME),
    DIRECTORY_MISCONFIGURED(Cure.PERSON),
    OUTCOME_UNKNOWN(Cure.TIME),
    DATAVERSE_BUSY(Cure.TIME),
    DATAVERSE_UNAVAILABLE(Cure.TIME),
    DATAVERSE_MISCONFIGURED(Cure.PERSON),
    OLDER_THAN_APPLIED(Cure.TIME),
    AUDIT_UNAVAILABLE(Cure.TIME),
    DEFECT(Cure.PERSON),
    /** From here on: what guards hold. */
    VALUE_UNFIT(Cure.CONTACT),
    ADDRESS_TAKEN(Cure.PERSON),
    CLAIM_REVERTED(Cure.PERSON),
    FLIP_FLOP(Cure.PERSON),
    MANY_ADDRESSES(Cure.PERSON),
    SAME_ADDRESS(Cure.PERSON),
    DOMAIN_MOVE(Cure.PERSON),
    NAMES_CLEARED(Cure.PERSON);

    private final Cure cure;

    Reason(Cure cure) {
        this.cure = cure;
    }

    /** What ends it; messages {@code sync.cure.<name>} say it. */
    enum Cure {
        /** It passes by itself. */
        TIME,
        /** Waiting does not help: the contact has to be corrected. */
        CONTACT,
        /** Somebody has to decide or repair something. */
        PERSON;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Cure cure() {
        return cure;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
