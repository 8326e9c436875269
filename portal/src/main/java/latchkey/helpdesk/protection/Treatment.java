package latchkey.helpdesk.protection;

/** What protects a customer, from the weaker to the stronger. */
public enum Treatment {
    /** Every action needs a second person's yes. */
    APPROVAL,
    /** No action is carried out. */
    REFUSE
}
