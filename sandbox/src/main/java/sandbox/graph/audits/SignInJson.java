package sandbox.graph.audits;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sandbox.graph.GraphCall;
import sandbox.graph.tenant.Shape;
import sandbox.people.User;

/** A sign-in as {@code auditLogs/signIns} tells it (facts §7.3). */
final class SignInJson {

    private SignInJson() {}

    static Map<String, Object> of(SignIn signIn, GraphCall call) {
        var user = call.directory().user(signIn.userId());
        return Shape.of(
                "id",
                signIn.id(),
                "createdDateTime",
                signIn.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                "userDisplayName",
                user.map(known -> known.text("displayName")).orElse(null),
                "userPrincipalName",
                user.map(User::principalName)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .orElse(null),
                "userId",
                signIn.userId(),
                "appId",
                Shop.APP_ID,
                "appDisplayName",
                Shop.NAME,
                "ipAddress",
                signIn.device().ip(),
                "clientAppUsed",
                "Browser",
                "userAgent",
                signIn.device().browser(),
                "correlationId",
                signIn.id(),
                "conditionalAccessStatus",
                "notApplied",
                "isInteractive",
                true,
                "riskDetail",
                "none",
                "riskLevelAggregated",
                "none",
                "riskLevelDuringSignIn",
                "none",
                "riskState",
                "none",
                "riskEventTypes_v2",
                List.of(),
                "resourceDisplayName",
                "Microsoft Graph",
                "resourceId",
                "00000003-0000-0000-c000-000000000000",
                "resourceTenantId",
                call.tenant().id(),
                "homeTenantId",
                call.tenant().id(),
                "servicePrincipalId",
                "",
                "servicePrincipalName",
                null,
                "appliedConditionalAccessPolicies",
                List.of(),
                "status",
                status(signIn.outcome()),
                "deviceDetail",
                device(signIn.device()),
                "location",
                place(signIn.device()));
    }

    private static Map<String, Object> status(Outcome outcome) {
        return Shape.of(
                "errorCode",
                outcome.errorCode(),
                "failureReason",
                outcome == Outcome.SUCCESS ? "Other." : outcome.reason(),
                "additionalDetails",
                null);
    }

    private static Map<String, Object> device(SignIn.Device device) {
        return Shape.of(
                "deviceId",
                "",
                "displayName",
                "",
                "operatingSystem",
                device.system(),
                "browser",
                device.browser(),
                "isCompliant",
                false,
                "isManaged",
                false,
                "trustType",
                "");
    }

    private static Map<String, Object> place(SignIn.Device device) {
        return Shape.of(
                "city",
                device.city(),
                "state",
                "",
                "countryOrRegion",
                device.country(),
                "geoCoordinates",
                Shape.of("altitude", null, "latitude", null, "longitude", null));
    }
}
