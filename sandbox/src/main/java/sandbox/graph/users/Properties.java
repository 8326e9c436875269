package sandbox.graph.users;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandbox.graph.GraphError;
import sandbox.people.User;
import sandbox.tenants.CustomAttribute;
import sandbox.tenants.Tenant;

/** The properties of users: those that every tenant has, and the custom ones of each. */
final class Properties {

    /** Answered when nothing was selected (facts §4.2), in this order. */
    static final List<String> USUAL = List.of(
            "businessPhones",
            "displayName",
            "givenName",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
            "id");

    /** Only on reading one user; in a list they are refused with 501 (facts §4.2). */
    static final Set<String> SINGLE_ONLY = Set.of(
            "aboutMe",
            "birthday",
            "hireDate",
            "interests",
            "mySite",
            "pastProjects",
            "preferredName",
            "responsibilities",
            "schools",
            "skills",
            "mailboxSettings");

    static final String SIGN_IN_ACTIVITY = "signInActivity";

    private static final Pattern CUSTOM = Pattern.compile("extension_\\w+");

    private static final Map<String, Property> BUILT_IN = new LinkedHashMap<>();

    // Facts §6: string attributes of B2C hold 250 characters.
    private static final int LONGEST_CUSTOM = 250;
    private static final int MOST_CUSTOM = 100;

    static {
        readOnly("id", Property.Type.TEXT, Filtering.ID);
        text("displayName", Filtering.DISPLAY_NAME, 256);
        text("givenName", Filtering.PROFILE, 64);
        text("surname", Filtering.PROFILE, 64);
        text("mail", Filtering.MAIL, 256);
        text("mailNickname", Filtering.PROFILE, 64);
        text("city", Filtering.PROFILE, 128);
        text("country", Filtering.PROFILE, 128);
        text("department", Filtering.PROFILE, 64);
        text("state", Filtering.PROFILE, 128);
        text("usageLocation", Filtering.PROFILE, 2);
        text("jobTitle", Filtering.JOB_TITLE, 128);
        text("userPrincipalName", Filtering.PRINCIPAL_NAME, 113);
        text("userType", Filtering.FLAG, 0);
        text("ageGroup", Filtering.FLAG, 0);
        text("consentProvidedForMinor", Filtering.NONE, 0);
        readOnly("legalAgeGroupClassification", Property.Type.TEXT, Filtering.NONE);
        writable("accountEnabled", Property.Type.FLAG, Filtering.FLAG);
        readOnly("creationType", Property.Type.TEXT, Filtering.FLAG);
        readOnly("onPremisesSyncEnabled", Property.Type.FLAG, Filtering.FLAG);
        readOnly("createdDateTime", Property.Type.TIME, Filtering.TIME);
        readOnly("deletedDateTime", Property.Type.TIME, Filtering.TIME);
        readOnly("lastPasswordChangeDateTime", Property.Type.TIME, Filtering.NONE);
        readOnly("signInSessionsValidFromDateTime", Property.Type.TIME, Filtering.NONE);
        readOnly("externalUserState", Property.Type.TEXT, Filtering.NONE);
        text("employeeId", Filtering.EMPLOYEE_ID, 16);
        text("employeeType", Filtering.ADVANCED_ONLY, 0);
        text("mobilePhone", Filtering.ADVANCED_ONLY, 64);
        text("officeLocation", Filtering.ADVANCED_ONLY, 128);
        text("postalCode", Filtering.ADVANCED_ONLY, 40);
        text("streetAddress", Filtering.ADVANCED_ONLY, 1024);
        text("companyName", Filtering.ADVANCED_ONLY, 64);
        text("preferredLanguage", Filtering.ADVANCED_ONLY, 0);
        text("passwordPolicies", Filtering.ADVANCED_ONLY, 0);
        text("faxNumber", Filtering.NONE, 64);
        text("onPremisesImmutableId", Filtering.NONE, 0);
        writable("businessPhones", Property.Type.TEXTS, Filtering.BUSINESS_PHONES);
        writable("otherMails", Property.Type.TEXTS, Filtering.OTHER_MAILS);
        readOnly("proxyAddresses", Property.Type.TEXTS, Filtering.PROXY_ADDRESSES);
        readOnly("imAddresses", Property.Type.TEXTS, Filtering.NONE);
        writable("identities", Property.Type.IDENTITIES, Filtering.IDENTITIES);
        writable("passwordProfile", Property.Type.PASSWORD_PROFILE, Filtering.NONE);
        readOnly(SIGN_IN_ACTIVITY, Property.Type.OTHER, Filtering.NONE);
        SINGLE_ONLY.forEach(name -> readOnly(name, Property.Type.OTHER, Filtering.NONE));
    }

    private Properties() {}

    /** The property with this name, custom ones of the tenant included. */
    static Optional<Property> named(String name, Tenant tenant) {
        var builtIn = BUILT_IN.get(name);
        return builtIn != null
                ? Optional.of(builtIn)
                : tenant.attributes().stream()
                        .filter(attribute -> attribute.name().equals(name))
                        .findFirst()
                        .map(Properties::custom);
    }

    /** Every property that is there for all tenants. */
    static Set<String> builtIn() {
        return BUILT_IN.keySet();
    }

    static boolean custom(String name) {
        return CUSTOM.matcher(name).matches();
    }

    /**
     * Demands that the user has no more values of custom attributes than one can have (facts §6); those of deleted ones count.
     *
     * @throws GraphError 400
     */
    static void demandFew(User user) {
        if (user.properties().keySet().stream().filter(Properties::custom).count() > MOST_CUSTOM) {
            throw new GraphError(
                    400,
                    "Directory_ResourceSizeExceeded",
                    "The size of the object has exceeded its limit. Please reduce the number of values and retry your"
                            + " request.",
                    List.of());
        }
    }

    /** Whether the tenant has a custom attribute of this name and of the value's type. */
    static boolean holds(String name, Object value, Tenant tenant) {
        return named(name, tenant)
                .map(property -> switch (property.type()) {
                    case TEXT, BINARY -> value instanceof String;
                    case FLAG -> value instanceof Boolean;
                    case TIME -> value instanceof Instant;
                    default -> value instanceof Number;
                })
                .orElse(false);
    }

    private static Property custom(CustomAttribute attribute) {
        var type =
                switch (attribute.dataType()) {
                    case BINARY -> Property.Type.BINARY;
                    case BOOLEAN -> Property.Type.FLAG;
                    case DATE_TIME -> Property.Type.TIME;
                    case INTEGER -> Property.Type.INTEGER;
                    case LARGE_INTEGER -> Property.Type.LARGE_INTEGER;
                    case STRING -> Property.Type.TEXT;
                };
        return new Property(attribute.name(), type, Filtering.CUSTOM, true, LONGEST_CUSTOM);
    }

    private static void text(String name, Filtering filtering, int longest) {
        BUILT_IN.put(name, new Property(name, Property.Type.TEXT, filtering, true, longest));
    }

    private static void writable(String name, Property.Type type, Filtering filtering) {
        BUILT_IN.put(name, new Property(name, type, filtering, true, 0));
    }

    private static void readOnly(String name, Property.Type type, Filtering filtering) {
        BUILT_IN.put(name, new Property(name, type, filtering, false, 0));
    }
}
