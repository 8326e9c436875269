package latchkey.directory;

/** The name of an attribute as the directory knows it: {@code givenName} or {@code extension_<appId>_CustomerNumber}. */
public record AttributeKey(String name) implements Comparable<AttributeKey> {

    public static final AttributeKey DISPLAY_NAME = new AttributeKey("displayName");
    public static final AttributeKey GIVEN_NAME = new AttributeKey("givenName");
    public static final AttributeKey SURNAME = new AttributeKey("surname");
    public static final AttributeKey MAIL = new AttributeKey("mail");
    public static final AttributeKey OTHER_MAILS = new AttributeKey("otherMails");
    public static final AttributeKey MOBILE_PHONE = new AttributeKey("mobilePhone");

    public boolean isCustom() {
        return name.startsWith("extension_");
    }

    /** The short name of a custom attribute, the name itself of a built-in one. */
    public String shortName() {
        return isCustom() ? name.substring(name.indexOf('_', "extension_".length()) + 1) : name;
    }

    @Override
    public int compareTo(AttributeKey other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
