package latchkey.helpdesk.action;

import latchkey.audit.AuditedChange;
import latchkey.directory.Receipt;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.verification.VerifiedCaller;

/** An action that nobody gets done without proof of who is calling; no setting takes that away. */
public non-sealed interface VerifiedAction<C> extends Action<C> {

    /** Does it; may throw a {@link latchkey.directory.DirectoryFailure}. */
    Receipt act(Attempt<C> attempt, VerifiedCaller caller, Leave leave, AuditedChange announced);
}
