package latchkey.helpdesk.action;

import latchkey.audit.AuditedChange;
import latchkey.directory.Receipt;
import latchkey.helpdesk.approval.Leave;

/** An action that protects the customer, or proves itself by where it goes; settings may ask for a verified caller. */
public non-sealed interface OpenAction<C> extends Action<C> {

    /** Does it; may throw a {@link latchkey.directory.DirectoryFailure}. */
    Receipt act(Attempt<C> attempt, Leave leave, AuditedChange announced);
}
