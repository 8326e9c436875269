package sandbox.tenants;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A seed file as it is written; what is absent is null or empty. */
record SeedDocument(List<TenantEntry> tenants, List<ApplicationEntry> applications) {

    SeedDocument {
        tenants = Objects.requireNonNullElse(tenants, List.of());
        applications = Objects.requireNonNullElse(applications, List.of());
    }

    /**
     * A tenant.
     *
     * @param customers how many made-up customers it has
     * @param attributes short names of custom attributes and their data types
     */
    record TenantEntry(
            @Nullable String id,
            @Nullable String domain,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Boolean advancedQueries,
            @Nullable Integer customers,
            @Nullable Map<String, String> attributes) {}

    /**
     * An application.
     *
     * @param tenant id or domain, of a built-in tenant or of one of this file
     * @param id the client id
     * @param certificate path of a PEM file, beginning at the seed file
     * @param directoryRoles names or template ids
     */
    record ApplicationEntry(
            @Nullable String tenant,
            @Nullable String id,
            @Nullable String name,
            @Nullable String secret,
            @Nullable String certificate,
            @Nullable List<String> permissions,
            @Nullable List<String> directoryRoles,
            @Nullable List<String> redirectUris,
            @Nullable Boolean dataverseUser) {

        /** Never prints the secret. */
        @Override
        public String toString() {
            return "ApplicationEntry[" + id + "]";
        }
    }
}
