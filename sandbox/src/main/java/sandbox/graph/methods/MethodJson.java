package sandbox.graph.methods;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods as Graph writes them, with the ids that are the same in every tenant (facts §5). */
final class MethodJson {

    static final String PASSWORD = "28c10230-6103-485e-b985-444c60001490";
    static final String EMAIL = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
    static final Map<String, String> PHONES = Map.of(
            "mobile", "3179e48a-750b-4051-897c-87b9720928f7",
            "alternateMobile", "b6332ec1-7057-4abe-9331-3d72feddfe41",
            "office", "e37fc753-ff3b-4958-9484-eaa9425c82bc");

    private MethodJson() {}

    static Map<String, Object> password() {
        return nullable("id", PASSWORD, "password", null, "createdDateTime", null);
    }

    static Map<String, Object> phone(String type, String number) {
        return nullable(
                "id",
                PHONES.get(type),
                "phoneNumber",
                number,
                "phoneType",
                type,
                "smsSignInState",
                type.equals("mobile") ? "notEnabled" : "notSupported");
    }

    static Map<String, Object> email(String address) {
        return nullable("id", EMAIL, "emailAddress", address);
    }

    static Map<String, Object> authenticatorCode(String id) {
        return nullable("id", id, "secretKey", null);
    }

    /** The same with its type in front, as in a list of mixed ones. */
    static Map<String, Object> typed(String type, Map<String, Object> method) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@odata.type", "#microsoft.graph." + type);
        json.putAll(method);
        return json;
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
