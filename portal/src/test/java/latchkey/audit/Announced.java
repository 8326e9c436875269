package latchkey.audit;

import java.util.UUID;

/** Changes that count as announced, for tests of what asks for one. */
public final class Announced {

    private Announced() {}

    public static AuditedChange change() {
        return change("test");
    }

    public static AuditedChange change(String action) {
        return new AuditedChange(UUID.randomUUID(), Announcement.of(Actor.system("test"), action, null));
    }
}
