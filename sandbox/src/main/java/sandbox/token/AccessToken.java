package sandbox.token;

import java.time.Instant;
import java.util.Set;

/**
 * What an application's token says about it.
 *
 * @param audience the resource the token is for
 * @param permissions the {@code roles} claim; empty when the claim is absent
 * @param directoryRoles the {@code wids} claim: template ids of the service principal's directory roles
 */
public record AccessToken(
        String tenantId,
        String appId,
        String servicePrincipalId,
        String audience,
        Set<String> permissions,
        Set<String> directoryRoles,
        Instant notBefore,
        Instant expiresAt) {

    /** Whether the token may be used at this time. */
    public boolean validAt(Instant time) {
        return time.isBefore(expiresAt) && !time.isBefore(notBefore);
    }
}
