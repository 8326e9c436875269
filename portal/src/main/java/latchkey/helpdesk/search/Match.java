package latchkey.helpdesk.search;

import java.util.Locale;

/** Where something was looked for and found; the surer ones first. */
enum Match {
    OBJECT_ID,
    CONTACT_ID,
    SIGN_IN_EMAIL,
    SIGN_IN_USER_NAME,
    SIGN_IN_PHONE,
    GENERATED_NAME,
    ATTRIBUTE,
    MAIL_ADDRESS,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    NAME;

    /** Whether it names one customer rather than several. */
    boolean isExact() {
        return this != NAME;
    }

    boolean isThroughContact() {
        return this == CONTACT_ID || this == CONTACT_EMAIL || this == CONTACT_PHONE;
    }

    /** The word for it in messages and in the API. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
