package latchkey.audit;

import java.util.UUID;

/**
 * Proof that a change has been announced in the trail and committed; every write to a directory asks for one.
 * Only {@link Trail#announce} makes it.
 */
public final class AuditedChange {

    private final UUID id;
    private final Announcement announcement;

    AuditedChange(UUID id, Announcement announcement) {
        this.id = id;
        this.announcement = announcement;
    }

    /** The entry's id; also sent to the directory as correlation id. */
    public UUID id() {
        return id;
    }

    public Announcement announcement() {
        return announcement;
    }
}
