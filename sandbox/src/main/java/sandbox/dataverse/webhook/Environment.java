package sandbox.dataverse.webhook;

/** The one Dataverse environment: its ids, and the step that is registered for changed contacts. */
public final class Environment {

    public static final String ORGANIZATION_ID = "5d000000-0000-4000-8000-000000000001";
    public static final String ORGANIZATION_NAME = "contoso";
    public static final String ORGANIZATION_DOMAIN = "contoso.crm.sandbox";
    public static final String BUSINESS_UNIT_ID = "5d000000-0000-4000-8000-000000000002";
    public static final String STEP_ID = "5d000000-0000-4000-8000-000000000003";
    public static final String STEP_NAME = "Latchkey: Update of contact";

    private Environment() {}
}
