package sandbox.tenants;

/**
 * A custom attribute of the users of a tenant (facts §6).
 *
 * @param id object id of the extensionProperty
 * @param name the full name, {@code extension_<appId without dashes>_<short name>}
 */
public record CustomAttribute(String id, String name, DataType dataType) {

    /** What the names of all attributes that an application holds begin with. */
    public static String prefix(String appId) {
        return "extension_" + appId.replace("-", "") + "_";
    }

    /** The name without what it begins with. */
    public String shortName() {
        return name.substring(name.indexOf('_', "extension_".length()) + 1);
    }

    /** The types of the values. */
    public enum DataType {
        BINARY("Binary"),
        BOOLEAN("Boolean"),
        DATE_TIME("DateTime"),
        INTEGER("Integer"),
        LARGE_INTEGER("LargeInteger"),
        STRING("String");

        private final String graphName;

        DataType(String graphName) {
            this.graphName = graphName;
        }

        public String graphName() {
            return graphName;
        }
    }
}
