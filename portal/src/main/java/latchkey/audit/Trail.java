package latchkey.audit;

import java.util.List;

/** The trail, as those who act see it: announce before, record the outcome after, note what was refused. */
public interface Trail {

    /**
     * Commits the intent of a change and returns the proof of it. Blocks until the entry is durable.
     *
     * @throws AuditUnavailable when the entry could not be committed: the change must then not happen
     */
    AuditedChange announce(Announcement announcement);

    /** Announces many changes with one wait; all or none. Same errors as {@link #announce}. */
    List<AuditedChange> announceAll(List<Announcement> announcements);

    /**
     * Records how an announced change ended. A lost outcome is found by the sweep, so this never throws for a broken
     * store after the change has happened.
     */
    void record(AuditedChange change, Outcome outcome);

    /**
     * Notes something that happened or was refused without touching a directory, such as a refused action or a code
     * that was sent.
     *
     * @param code null when it happened, otherwise the refusal from the catalogue of problems
     * @throws AuditUnavailable when the entry could not be committed
     */
    void note(Announcement announcement, @org.jspecify.annotations.Nullable String code);

    /**
     * Notes that somebody only looked. Waits a moment for the commit and no longer: while the store is broken people may
     * still read, and their looks get into the trail when it is back.
     */
    void look(Announcement announcement);
}
