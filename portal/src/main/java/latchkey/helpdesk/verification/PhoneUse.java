package latchkey.helpdesk.verification;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/** What a number on file is wanted for; numbers that cost more than a call are wanted for nothing, being a way to steal. */
enum PhoneUse {
    TEXT("phone"),
    CALL("called phone");

    private final String handles;

    PhoneUse(String handles) {
        this.handles = handles;
    }

    /** What goes into a number's handle, so that one number for two uses has two. */
    String handles() {
        return handles;
    }

    /** Landlines take no text messages everywhere. */
    boolean takes(PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER -> true;
            case FIXED_LINE, VOIP -> this == CALL;
            default -> false;
        };
    }
}
