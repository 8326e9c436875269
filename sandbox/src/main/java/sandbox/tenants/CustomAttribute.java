package sandbox.tenants;

/**
 * A custom attribute of the users of a tenant (facts §6).
 *
 * @param id object id of the extensionProperty
 * @param name the full name, {@code extension_<appId without dashes>_<short name>}
 */
public record CustomAttribute(String id, String name, DataType dataType) {

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
