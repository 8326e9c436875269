package sandbox.tenants;

import com.fasterxml.jackson.annotation.JsonValue;

/** A sort of authentication methods, named as Graph's permissions name it (facts §5). */
public enum MethodFamily {
    PASSWORD("Password"),
    PHONE("Phone"),
    EMAIL("Email"),
    SOFTWARE_OATH("SoftwareOATH");

    private final String graphName;

    MethodFamily(String graphName) {
        this.graphName = graphName;
    }

    /** What stands between {@code UserAuthMethod-} and the dot in a permission. */
    @JsonValue
    public String graphName() {
        return graphName;
    }
}
