package sandbox.graph.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;
import sandbox.people.Identity;
import sandbox.people.User;
import tools.jackson.databind.JsonNode;

/** What a collection of identities must be (facts §4.4). */
final class IdentityRules {

    private static final int MOST = 10;
    private static final int LONGEST_ISSUER = 512;
    private static final int LONGEST_ID = 64;
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern TYPE =
            Pattern.compile("(emailAddress|userName|phoneNumber)\\d*|federated|userPrincipalName");

    private IdentityRules() {}

    /**
     * Reads the whole collection.
     *
     * @throws GraphError 400
     */
    static List<Identity> identities(JsonNode value, GraphCall call) {
        if (!value.isArray() || value.size() > MOST) {
            throw invalid();
        }
        var identities = new ArrayList<Identity>();
        value.forEach(item -> identities.add(identity(item, call)));
        if (identities.stream().distinct().count() < identities.size() || principalNames(identities) > 1) {
            throw invalid();
        }
        return List.copyOf(identities);
    }

    /**
     * What follows from a new collection: the hidden entry is kept when it was not sent, and names the user (facts
     * §4.6).
     *
     * @throws GraphError 400 when a user without a local identity would get one
     */
    static Map<String, @Nullable Object> changes(List<Identity> sent, User user) {
        var hadLocal = user.identities().stream().anyMatch(Identity::local);
        if (!hadLocal && sent.stream().anyMatch(Identity::local)) {
            throw GraphError.badRequest(
                    "A local account identity cannot be added to a user that was created without one.");
        }
        var changes = new HashMap<String, @Nullable Object>();
        var named = principalName(sent);
        changes.put("identities", named.isPresent() ? sent : withPrincipalName(sent, user.principalName(), user));
        named.ifPresent(name -> changes.put("userPrincipalName", name));
        return changes;
    }

    private static List<Identity> withPrincipalName(List<Identity> sent, String name, User user) {
        var all = new ArrayList<>(sent);
        user.identities().stream()
                .filter(identity -> identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .findFirst()
                .ifPresent(hidden -> all.add(new Identity(Identity.PRINCIPAL_NAME, hidden.issuer(), name)));
        return List.copyOf(all);
    }

    private static Optional<String> principalName(List<Identity> identities) {
        return identities.stream()
                .filter(identity -> identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .map(Identity::issuerAssignedId)
                .findFirst();
    }

    private static long principalNames(List<Identity> identities) {
        return identities.stream()
                .filter(identity -> identity.signInType().equals(Identity.PRINCIPAL_NAME))
                .count();
    }

    private static Identity identity(JsonNode item, GraphCall call) {
        if (!item.isObject()) {
            throw invalid();
        }
        var type = text(item, "signInType");
        var issuer = text(item, "issuer");
        var assigned = text(item, "issuerAssignedId");
        if (!TYPE.matcher(type).matches() || issuer.length() > LONGEST_ISSUER || assigned.length() > LONGEST_ID) {
            throw invalid();
        }
        var identity = new Identity(type, issuer, assigned);
        if (!type.equals(Identity.FEDERATED)
                && !issuer.equalsIgnoreCase(call.tenant().domain())) {
            throw invalid();
        }
        if (!fits(identity)) {
            throw invalid();
        }
        return identity;
    }

    private static boolean fits(Identity identity) {
        var id = identity.issuerAssignedId();
        if (identity.signInType().startsWith(Identity.EMAIL)) {
            return UserValues.address(id);
        }
        if (identity.signInType().startsWith(Identity.USER_NAME)) {
            return USER_NAME.matcher(id).matches();
        }
        if (identity.signInType().startsWith(Identity.PHONE)) {
            return PHONE.matcher(id).matches();
        }
        // External ID keeps who signs in with mailed codes as federated with this issuer (facts §4.4).
        return !identity.issuer().equals("mail") || UserValues.address(id);
    }

    private static String text(JsonNode item, String name) {
        var value = item.path(name);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw invalid();
        }
        return value.stringValue();
    }

    private static GraphError invalid() {
        return GraphError.invalidValue("identities", "User");
    }
}
