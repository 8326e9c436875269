package latchkey.helpdesk.profile;

import java.util.Locale;

/** The rules that a typed value can break; pages say them in words. */
enum Rule {
    UNKNOWN,
    NOT_EDITABLE,
    REQUIRED,
    TOO_LONG,
    FORBIDDEN_CHARACTER,
    NOT_WHOLE,
    OUT_OF_RANGE,
    NOT_YES_OR_NO,
    NOT_A_MOMENT,
    NOT_BASE64,
    NOT_AN_ADDRESS,
    TOO_MANY;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
