package latchkey.directory.graph;

import java.util.List;
import java.util.Locale;
import latchkey.directory.DirectoryKind;
import tools.jackson.databind.JsonNode;

/**
 * What the directory says of itself (facts §0, fact 5).
 *
 * @param kind B2C, External ID or workforce
 * @param domain its initial domain, the issuer of local sign-in names
 */
record Tenant(DirectoryKind kind, String domain) {

    static Tenant ask(GraphClient graph) {
        var target =
                Query.select(List.of("id", "tenantType", "verifiedDomains")).on("organization");
        return graph.read(GraphCall.get("get-organization", target), Tenant::of);
    }

    private static Tenant of(byte[] body) {
        var organization = Trees.tree(body).required("value").required(0);
        return new Tenant(kind(organization.path("tenantType").asString("")), domain(organization));
    }

    private static DirectoryKind kind(String tenantType) {
        return switch (tenantType.toUpperCase(Locale.ROOT)) {
            case "AAD B2C" -> DirectoryKind.AZURE_AD_B2C;
            case "CIAM" -> DirectoryKind.EXTERNAL_ID;
            default -> DirectoryKind.WORKFORCE;
        };
    }

    private static String domain(JsonNode organization) {
        var domains = organization.required("verifiedDomains");
        return domains.valueStream()
                .filter(domain -> domain.path("isInitial").asBoolean(false))
                .findFirst()
                .or(() -> domains.valueStream().findFirst())
                .map(domain -> domain.required("name").asString())
                .orElse("");
    }
}
