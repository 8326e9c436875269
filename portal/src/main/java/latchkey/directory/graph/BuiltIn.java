package latchkey.directory.graph;

import java.util.List;
import latchkey.directory.AttributeDefinition.Type;

/** The built-in attributes that pages show, with their limits (facts §4.11). */
enum BuiltIn {
    DISPLAY_NAME("displayName", "Display name", Type.TEXT, 256),
    GIVEN_NAME("givenName", "First name", Type.TEXT, 64),
    SURNAME("surname", "Last name", Type.TEXT, 64),
    MAIL("mail", "Contact e-mail", Type.TEXT, 254),
    OTHER_MAILS("otherMails", "Further e-mails", Type.TEXTS, 250),
    MOBILE_PHONE("mobilePhone", "Mobile phone", Type.TEXT, 64),
    BUSINESS_PHONES("businessPhones", "Phone", Type.TEXTS, 64),
    STREET_ADDRESS("streetAddress", "Street", Type.TEXT, 1024),
    POSTAL_CODE("postalCode", "Postal code", Type.TEXT, 40),
    CITY("city", "City", Type.TEXT, 128),
    STATE("state", "State or region", Type.TEXT, 128),
    COUNTRY("country", "Country", Type.TEXT, 128),
    PREFERRED_LANGUAGE("preferredLanguage", "Preferred language", Type.TEXT, 35),
    COMPANY_NAME("companyName", "Company", Type.TEXT, 64),
    JOB_TITLE("jobTitle", "Job title", Type.TEXT, 128);

    private final String property;
    private final String label;
    private final Type type;
    private final int maximumLength;

    BuiltIn(String property, String label, Type type, int maximumLength) {
        this.property = property;
        this.label = label;
        this.type = type;
        this.maximumLength = maximumLength;
    }

    String property() {
        return property;
    }

    String label() {
        return label;
    }

    Type type() {
        return type;
    }

    int maximumLength() {
        return maximumLength;
    }

    /** In B2C {@code mail} takes few changes and feeds proxyAddresses (facts §4.6): left to the contact sync. */
    boolean isForAgents() {
        return this != MAIL;
    }

    static List<BuiltIn> all() {
        return List.of(values());
    }
}
