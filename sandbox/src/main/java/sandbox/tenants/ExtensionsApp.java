package sandbox.tenants;

/**
 * The b2c-extensions-app, which holds the custom attributes of a customers' tenant (facts §6).
 *
 * @param objectId of its registration
 */
public record ExtensionsApp(String appId, String objectId) {

    /** Its name in every customers' tenant; External ID keeps to B2C's. */
    public static final String NAME = "b2c-extensions-app. Do not modify. Used by AADB2C for storing user data.";

    /** The full name of the custom attribute with this short name. */
    public String attribute(String shortName) {
        return "extension_" + appId.replace("-", "") + "_" + shortName;
    }
}
