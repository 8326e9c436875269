package sandbox.wild;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import sandbox.Customers;
import tools.jackson.databind.json.JsonMapper;

/** Parts of requests as dice make them, half right more often than not: paths, queries, forms, batches, names of members. */
final class Requests {

    private static final JsonMapper JSON = new JsonMapper();
    static final List<String> TYPES = List.of("application/json", "text/xml", "application/json;charset=x", "");
    static final List<String> OF_USERS = List.of(
            "displayName",
            "accountEnabled",
            "identities",
            "signInType",
            "issuer",
            "issuerAssignedId",
            "passwordProfile",
            "password",
            "mail",
            "otherMails",
            "mobilePhone",
            "userPrincipalName",
            "mailNickname",
            "id",
            Customers.NUMBER,
            Customers.PREFIX + "LoyaltyPoints",
            Customers.PREFIX + "LifetimeValueCents",
            Customers.PREFIX + "MemberSince",
            Customers.PREFIX + "NewsletterOptIn",
            Customers.PREFIX + "LegacyKey");
    static final List<String> OF_OTHERS = List.of(
            "phoneNumber",
            "phoneType",
            "emailAddress",
            "securityEnabledOnly",
            "groupIds",
            "ids",
            "types",
            "name",
            "dataType",
            "targetObjects",
            "displayName",
            "description",
            "principalId",
            "resourceId",
            "appRoleId",
            "@odata.id");
    static final List<String> OF_BATCHES =
            List.of("requests", "id", "method", "url", "headers", "body", "dependsOn", "Content-Type");
    static final List<String> OF_CONTACTS = List.of(
            "firstname",
            "lastname",
            "emailaddress1",
            "mobilephone",
            "statecode",
            "statuscode",
            "contactid",
            "createdon");
    static final List<String> OF_CONTROL = List.of(
            "id",
            "kind",
            "method",
            "path",
            "action",
            "status",
            "count",
            "chance",
            "delayMillis",
            "retryAfter",
            "roles",
            "groups",
            "enabled",
            "employee",
            "as",
            "changes",
            "lastname",
            "advanceSeconds",
            "reset",
            "webhookUrl",
            "graphLatencyMillis",
            "replicationDelayMillis",
            "quotas");

    static String path(Dice dice) {
        var path = new StringBuilder("/v1.0");
        for (var i = dice.below(5); i >= 0; i--) {
            path.append('/')
                    .append(
                            dice.once(3)
                                    ? unharmed(dice.escaped(dice.text()))
                                    : dice.any(
                                            "users",
                                            Customers.JAN,
                                            "users('" + Customers.JAN + "')",
                                            "users(userPrincipalName='x')",
                                            "users('",
                                            "users()",
                                            "delta()",
                                            "$count",
                                            "$ref",
                                            "memberOf",
                                            "authentication",
                                            "methods",
                                            "phoneMethods",
                                            "auditLogs",
                                            "directoryAudits",
                                            "signIns",
                                            "directory",
                                            "deletedItems",
                                            "microsoft.graph.user",
                                            "applications",
                                            "extensionProperties",
                                            "identity",
                                            "userFlowAttributes",
                                            "groups",
                                            "directoryRoles",
                                            "organization",
                                            "getMemberGroups",
                                            "restore"));
        }
        return path.toString();
    }

    /** What no web server lets into a path, Microsoft's neither: wrong escapes, control characters, dots that climb. */
    static String unharmed(String escaped) {
        return escaped.replaceAll("%(?![0-9A-Fa-f]{2})|%ZZ|%0.|%1.|%7F|%ED%A0%80%FF", "x")
                .replace("..", "x");
    }

    static String other(String user, Dice dice) {
        return dice.any(
                user + "/authentication/phoneMethods",
                user + "/authentication/emailMethods",
                user + "/revokeSignInSessions",
                user + "/getMemberGroups",
                user + "/checkMemberGroups",
                "/v1.0/directoryObjects/getByIds",
                "/v1.0/directoryObjects/getAvailableExtensionProperties");
    }

    static byte[] batch(Dice dice) {
        var ids = new int[1];
        var items = Dice.several(
                dice.below(6) + 1,
                () ->
                        "{\"id\":\"%d\",\"method\":\"%s\",\"url\":%s,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":%s}"
                                .formatted(
                                        ids[0]++,
                                        dice.any("GET", "GET", "PATCH", "POST", "DELETE"),
                                        JSON.writeValueAsString("/users" + dice.any("", "/" + Customers.JAN, "/\\ud800")
                                                + dice.query()),
                                        dice.object(2, OF_USERS)));
        return ("{\"requests\":[" + String.join(",", items) + "]}")
                .replace("\\\\ud800", "\\ud800")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<String> formHeaders(Dice dice) {
        return List.of(
                "Content-Type: " + (dice.once(10) ? dice.any(TYPES) : "application/x-www-form-urlencoded"),
                dice.once(5) ? "Authorization: Basic " + printable(dice.text()) : "X-Nothing: x",
                "Accept: " + dice.any("*/*", "application/json", "text/xml"));
    }

    static byte[] form(Dice dice) {
        var form = new StringBuilder();
        for (var name : List.of("grant_type", "client_id", "client_secret", "scope", "client_assertion", "x")) {
            if (!dice.once(6)) {
                var right =
                        Map.of("grant_type", "client_credentials", "client_id", "a0000000-0000-4000-8000-000000000001");
                form.append(form.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(dice.escaped(dice.once(3) ? dice.text() : right.getOrDefault(name, dice.text())));
            }
        }
        if (dice.once(2)) {
            form.append("&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer");
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String dataverseQuery(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> "";
            case 1 ->
                "?$filter="
                        + unharmed(dice.escaped(dice.any("lastname", "statecode", "createdon", "x")
                                + dice.any(" eq ", " ne ", " gt ", " like ")
                                + dice.literal()));
            case 2 -> "?$select=" + unharmed(dice.escaped(dice.any("lastname,", "x", ",") + dice.text()));
            case 3 ->
                "?$top=" + unharmed(dice.escaped(dice.any("1", "0", "x", dice.text()))) + "&$orderby="
                        + dice.any("lastname", "x", "lastname%20desc");
            default -> unharmed(dice.query());
        };
    }

    static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private Requests() {}
}
