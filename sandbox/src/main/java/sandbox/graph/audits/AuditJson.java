package sandbox.graph.audits;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;

/** An entry of the log as Graph writes it (facts §7.1). */
final class AuditJson {

    /** Graph writes ten-millionths of a second, never finer. */
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private AuditJson() {}

    static Map<String, Object> entity(Audit audit, GraphCall call) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@odata.context", call.context("auditLogs/directoryAudits/$entity"));
        json.putAll(of(audit));
        return json;
    }

    static Map<String, Object> of(Audit audit) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", audit.id());
        json.put("category", audit.category());
        json.put("correlationId", audit.correlationId());
        json.put("result", audit.result());
        json.put("resultReason", audit.resultReason());
        json.put("activityDisplayName", audit.activity());
        json.put("activityDateTime", AT.format(audit.at()));
        json.put("loggedByService", audit.service());
        json.put("operationType", audit.operationType());
        json.put("initiatedBy", initiatedBy(audit));
        json.put("targetResources", List.of(target(audit)));
        json.put(
                "additionalDetails",
                audit.details().stream()
                        .map(detail -> nullable("key", detail.getKey(), "value", detail.getValue()))
                        .toList());
        return json;
    }

    private static Map<String, Object> initiatedBy(Audit audit) {
        return nullable(
                "user",
                null,
                "app",
                nullable(
                        "appId",
                        audit.appId(),
                        "displayName",
                        audit.application(),
                        "servicePrincipalId",
                        audit.servicePrincipalId(),
                        "servicePrincipalName",
                        null));
    }

    private static Map<String, Object> target(Audit audit) {
        return nullable(
                "id",
                audit.userId(),
                "displayName",
                null,
                "type",
                "User",
                "userPrincipalName",
                audit.userPrincipalName(),
                "groupType",
                null,
                "modifiedProperties",
                audit.modified().stream()
                        .map(change -> nullable(
                                "displayName",
                                change.name(),
                                "oldValue",
                                change.oldValue(),
                                "newValue",
                                change.newValue()))
                        .toList());
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> nullable(@Nullable Object... namesAndValues) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return (Map<String, Object>) (Map<String, ?>) json;
    }
}
