package latchkey.directory;

import latchkey.audit.AuditedChange;

/** Changing customers' attributes. Every method may throw a {@link DirectoryFailure}. */
public interface Profiles {

    /** Sets and clears attributes in one write; an empty change is refused with {@link IllegalArgumentException}. */
    Receipt change(CustomerId id, AttributeChanges changes, AuditedChange announced);
}
