package latchkey.directory;

import latchkey.audit.AuditedChange;

/** Opening and closing sign-in, and ending sessions. Every method may throw a {@link DirectoryFailure}. */
public interface SignIns {

    /** Closes sign-in; access tokens already issued live on until they expire (facts §4.9). */
    Receipt block(CustomerId id, AuditedChange announced);

    Receipt unblock(CustomerId id, AuditedChange announced);

    /** Ends refresh tokens; what lingers is said by facts §4.8. */
    Receipt revokeSessions(CustomerId id, AuditedChange announced);
}
