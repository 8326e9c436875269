package latchkey.audit;

import java.util.UUID;

/** A change that counts as announced, so that a write can be measured without a trail. */
public final class Announced {

    private Announced() {}

    public static AuditedChange change() {
        return new AuditedChange(UUID.randomUUID(), Announcement.of(Actor.system("benchmark"), "benchmark", null));
    }
}
