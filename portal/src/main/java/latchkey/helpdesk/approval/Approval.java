package latchkey.helpdesk.approval;

import java.util.UUID;

/** A second person's yes to one exact action, used up by being handed out; only this package makes it. */
public final class Approval implements Leave {

    private final UUID id;
    private final ExactAction action;
    private final String givenBy;

    Approval(UUID id, ExactAction action, String givenBy) {
        this.id = id;
        this.action = action;
        this.givenBy = givenBy;
    }

    public UUID id() {
        return id;
    }

    public ExactAction action() {
        return action;
    }

    /** Key of the agent who said yes. */
    public String givenBy() {
        return givenBy;
    }
}
