package latchkey.oversight;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import latchkey.audit.Actor;
import latchkey.audit.AuditEntry;
import latchkey.audit.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as the page shows it.
 *
 * @param entry the entry
 * @param ending how it ended: done, refused, failed, unknown or open
 */
record EntryLine(AuditEntry entry, Ending ending) {

    /** The ways an entry can stand. */
    enum Ending {
        DONE("good"),
        REFUSED("warn"),
        FAILED("bad"),
        UNKNOWN("bad"),
        OPEN("warn");

        private final String tone;

        Ending(String tone) {
            this.tone = tone;
        }

        /** The style of its badge. */
        public String tone() {
            return tone;
        }
    }

    /** Auditors compare entries of many places, so every time is UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    static EntryLine of(AuditEntry entry) {
        return new EntryLine(entry, ending(entry));
    }

    /** The customer's page, where the entry is about one. */
    public @Nullable String customerPath() {
        var subject = entry.announcement().subject();
        return subject == null ? null : "/directories/" + subject.directory() + "/customers/" + subject.id();
    }

    /** When it was committed, in UTC. */
    public String at() {
        return TIME.format(entry.at());
    }

    /** When its outcome was recorded, in UTC; null while there is none. */
    public @Nullable String endedAt() {
        return entry.endedAt() == null ? null : TIME.format(entry.endedAt());
    }

    public @Nullable Subject subject() {
        return entry.announcement().subject();
    }

    public Actor actor() {
        return entry.announcement().actor();
    }

    /** Why it was refused or failed; null when it did not. */
    public @Nullable String code() {
        var outcome = entry.outcome();
        return outcome == null ? entry.code() : outcome.code();
    }

    private static Ending ending(AuditEntry entry) {
        if (!entry.announced()) {
            return entry.code() == null ? Ending.DONE : Ending.REFUSED;
        }
        var outcome = entry.outcome();
        return outcome == null
                ? Ending.OPEN
                : switch (outcome.result()) {
                    case DONE -> Ending.DONE;
                    case FAILED -> Ending.FAILED;
                    case UNKNOWN -> Ending.UNKNOWN;
                };
    }
}
