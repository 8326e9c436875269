package sandbox.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.tenants.Tenant;

/**
 * What was sent to the token endpoint.
 *
 * @param policy the user flow that the path names, null without one
 * @param form every field, those of HTTP Basic authentication included as client_id and client_secret
 * @param root scheme, host and port under which the sandbox was called
 */
public record TokenRequest(Tenant tenant, @Nullable String policy, Map<String, String> form, String root) {

    /**
     * A field that must be there.
     *
     * @throws TokenRefusal AADSTS900144
     */
    public String field(String name) {
        var value = form.get(name);
        if (value == null || value.isBlank()) {
            throw TokenRefusal.missing(name);
        }
        return value;
    }

    /** Prints no field: one of them is a secret. */
    @Override
    public String toString() {
        return "TokenRequest[" + tenant.domain() + "]";
    }
}
