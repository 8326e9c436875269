package latchkey.helpdesk.credentials;

import java.util.Locale;

/** Why a password will not do. */
public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    TOO_UNIFORM,
    /** The directory itself said no: it knows more rules than it tells. */
    REFUSED_BY_DIRECTORY;

    /** As messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
