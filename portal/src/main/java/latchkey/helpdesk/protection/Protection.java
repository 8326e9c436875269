package latchkey.helpdesk.protection;

import java.util.Locale;

/** Why a customer is protected from one agent, and how. */
public record Protection(Kind kind, Treatment treatment) {

    /** The reasons, the first one told when several are as strong. */
    public enum Kind {
        DIRECTORY_ROLE,
        OWN_ACCOUNT,
        VIP,
        COLLEAGUE;

        /** The word for it in messages and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isRefused() {
        return treatment == Treatment.REFUSE;
    }
}
