package latchkey.audit;

import java.util.Optional;
import java.util.UUID;

/** Reading the trail; personal values come decrypted, unless the customer's key was destroyed. */
public interface AuditReader {

    /** The entries that answer the question, newest first, each with its outcome where there is one. */
    AuditPage read(AuditQuestion question);

    /** One entry, by the id that announcing or noting gave it. */
    Optional<AuditEntry> byId(UUID id);
}
