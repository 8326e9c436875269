package latchkey.sync;

/** Why a contact is not in step; messages {@code sync.reason.<name>} and {@code sync.advice.<name>} say it. */
enum Reason {
    CONTACT_GONE,
    CONTACT_INACTIVE,
    CONTACT_MERGED,
    NO_USER_NAME,
    USER_NAME_NOT_AN_ID,
    NO_SUCH_CUSTOMER,
    INVALID_VALUE,
    VALUE_TAKEN,
    NOT_ALLOWED,
    NOT_SUPPORTED,
    DIRECTORY_UNKNOWN,
    DIRECTORY_BUSY,
    DIRECTORY_UNAVAILABLE,
    DIRECTORY_MISCONFIGURED,
    OUTCOME_UNKNOWN,
    DATAVERSE_BUSY,
    DATAVERSE_UNAVAILABLE,
    DATAVERSE_MISCONFIGURED,
    OLDER_THAN_APPLIED,
    AUDIT_UNAVAILABLE,
    DEFECT;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
