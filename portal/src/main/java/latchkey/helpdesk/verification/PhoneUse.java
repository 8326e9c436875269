package latchkey.helpdesk.verification;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.EnumSet;
import java.util.Set;

/** What a number on file is wanted for; numbers that cost more than a call are wanted for nothing, being a way to steal. */
enum PhoneUse {
    /** Landlines take no text messages everywhere. */
    TEXT(
            "phone",
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.PERSONAL_NUMBER)),
    CALL(
            "called phone",
            EnumSet.of(
                    PhoneNumberType.MOBILE,
                    PhoneNumberType.FIXED_LINE_OR_MOBILE,
                    PhoneNumberType.PERSONAL_NUMBER,
                    PhoneNumberType.FIXED_LINE,
                    PhoneNumberType.VOIP));

    private final String handles;
    private final Set<PhoneNumberType> types;

    PhoneUse(String handles, Set<PhoneNumberType> types) {
        this.handles = handles;
        this.types = types;
    }

    /** What goes into a number's handle, so that one number for two uses has two. */
    String handles() {
        return handles;
    }

    boolean takes(PhoneNumberType type) {
        return types.contains(type);
    }
}
