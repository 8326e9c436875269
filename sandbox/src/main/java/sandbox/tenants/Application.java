package sandbox.tenants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An application registered in a tenant, with its service principal.
 *
 * @param objectId of the registration; {@code servicePrincipalId} is the {@code oid} of its tokens
 * @param certificates in PEM, by whose keys it may sign instead of sending a secret
 * @param permissions application permissions of Graph with admin consent: the {@code roles} of its tokens
 * @param directoryRoles template ids of the service principal's directory roles: the {@code wids} of its tokens
 * @param redirectUris where sign-ins may return to; a {@code *} stands for any port
 * @param dataverseUser whether Dataverse knows it as an application user
 */
public record Application(
        String tenantId,
        String appId,
        String objectId,
        String servicePrincipalId,
        String displayName,
        List<Secret> secrets,
        List<String> certificates,
        Set<String> permissions,
        Set<String> directoryRoles,
        List<String> redirectUris,
        boolean dataverseUser,
        boolean enabled) {

    /** A password of an application. */
    public record Secret(String keyId, String displayName, String value, Instant startsAt, Instant endsAt) {

        /** Never prints the value. */
        @Override
        public String toString() {
            return "Secret[" + keyId + " until " + endsAt + "]";
        }
    }

    Application with(String certificate) {
        var more = new ArrayList<>(certificates);
        more.add(certificate);
        return new Application(
                tenantId,
                appId,
                objectId,
                servicePrincipalId,
                displayName,
                secrets,
                List.copyOf(more),
                permissions,
                directoryRoles,
                redirectUris,
                dataverseUser,
                enabled);
    }
}
