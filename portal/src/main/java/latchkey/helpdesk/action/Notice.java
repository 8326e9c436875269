package latchkey.helpdesk.action;

import latchkey.audit.AuditedChange;

/** Somebody besides the agent who learns that an action happened; contributed by another module as a bean. */
public interface Notice {

    /**
     * The action has been announced and is about to be carried out; what is written down here is committed when this
     * returns, so that the end of the action finds it even in another process.
     *
     * @throws latchkey.api.ProblemException when the action must not happen after all
     */
    void begins(Action<?> action, Attempt<?> attempt, AuditedChange announced);

    /** The action has ended; never throws, for it has happened. */
    void ends(AuditedChange announced, Ending ending);

    /** The ways an action ends, as far as anybody must be told. */
    enum Ending {
        HAPPENED,
        MAY_HAVE_HAPPENED,
        CAME_TO_NOTHING
    }
}
