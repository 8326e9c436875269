package latchkey.sync;

import java.util.Locale;

/** What brought a contact to us; messages {@code sync.net.<name>} say it. */
enum Net {
    /** Dataverse told us. */
    WEBHOOK,
    /** We asked what changed. */
    DELTA,
    /** We found a webhook among the failed system jobs. */
    JOBS,
    /** Somebody asked for it. */
    PERSON;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
