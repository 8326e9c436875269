package sandbox.dataverse.webhook;

import sandbox.people.ContactChanged.Message;

/** The one Dataverse environment: its ids, and the steps that are registered for changed contacts. */
public final class Environment {

    public static final String ORGANIZATION_ID = "5d000000-0000-4000-8000-000000000001";
    public static final String ORGANIZATION_NAME = "contoso";
    public static final String ORGANIZATION_DOMAIN = "contoso.crm.sandbox";
    public static final String BUSINESS_UNIT_ID = "5d000000-0000-4000-8000-000000000002";
    public static final String STEP_ID = "5d000000-0000-4000-8000-000000000003";
    public static final String STEP_NAME = "Latchkey: Update of contact";
    public static final String CREATE_STEP_ID = "5d000000-0000-4000-8000-000000000004";
    public static final String DELETE_STEP_ID = "5d000000-0000-4000-8000-000000000005";

    private Environment() {}

    /** A step is registered for one message. */
    static String stepId(Message message) {
        return switch (message) {
            case CREATE -> CREATE_STEP_ID;
            case UPDATE -> STEP_ID;
            case DELETE -> DELETE_STEP_ID;
        };
    }

    static String stepName(Message message) {
        return message == Message.UPDATE ? STEP_NAME : "Latchkey: " + message.text() + " of contact";
    }
}
