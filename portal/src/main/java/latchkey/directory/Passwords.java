package latchkey.directory;

import latchkey.audit.AuditedChange;
import latchkey.settings.Secret;

/** Setting passwords, which the directory never shows again. Every method may throw a {@link DirectoryFailure}. */
public interface Passwords {

    /** Sets the password; {@link DirectoryFailure.InvalidValue} when it is too weak for the directory. */
    Receipt set(CustomerId id, Secret password, AuditedChange announced);
}
