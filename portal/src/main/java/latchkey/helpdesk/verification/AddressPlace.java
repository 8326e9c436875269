package latchkey.helpdesk.verification;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latchkey.audit.Announcement;
import latchkey.directory.DirectoryEvent;
import org.jspecify.annotations.Nullable;

/** Where the directory can have an address or a number of a customer, and how trail and log tell that it was changed (facts §7.1). */
enum AddressPlace {
    SIGN_IN_NAMES("signInNames"),
    MAIL("mail"),
    OTHER_MAILS("otherMails"),
    MOBILE_PHONE("mobilePhone"),
    PHONE_METHODS("methods");

    private static final Set<String> NEW_METHODS = Set.of(
            "user registered security info",
            "admin registered security info",
            "admin updated security info",
            "user changed default security info");

    private static final int ENOUGH_DIGITS = 8;

    private final String attribute;

    AddressPlace(String attribute) {
        this.attribute = attribute;
    }

    /** Whether the directory's log says that somebody changed it. */
    boolean isChangedBy(DirectoryEvent event) {
        var named = event.changed().stream().anyMatch(name -> isNamed(folded(name)));
        return named || (this == PHONE_METHODS && NEW_METHODS.contains(folded(event.activity())));
    }

    private boolean isNamed(String property) {
        return switch (this) {
            case SIGN_IN_NAMES ->
                Set.of("identities", "signinnames", "signinname").contains(property);
            case MAIL -> property.equals("mail");
            case OTHER_MAILS -> Set.of("othermail", "othermails").contains(property);
            case MOBILE_PHONE -> Set.of("mobile", "mobilephone").contains(property);
            case PHONE_METHODS -> property.startsWith("strongauthentication");
        };
    }

    /** Whether our own change brought that address there; where its values are gone, any address may be new. */
    boolean isBroughtBy(Announcement change, boolean erased, String address) {
        if (this == PHONE_METHODS) {
            return listed(change.facts().get("effects")).contains("methods");
        }
        if (erased) {
            return listed(change.facts().get("attributes")).contains(folded(attribute));
        }
        var wanted = told(address);
        return !Collections.disjoint(told(value(change, "after")), wanted)
                && Collections.disjoint(told(value(change, "before")), wanted);
    }

    /** An agent's change names its values the one way round, the contact sync's the other. */
    private @Nullable String value(Announcement change, String when) {
        var byAgent = change.personal().get(attribute + "." + when);
        return byAgent == null ? change.personal().get(when + "." + attribute) : byAgent;
    }

    /** What a value holds, so that two spellings of one address or number are the same. */
    private List<String> told(@Nullable String text) {
        return text != null && this == MOBILE_PHONE ? List.of(lastDigits(text)) : listed(text);
    }

    /** Numbers are on file with a country code and without. */
    private static String lastDigits(String number) {
        var digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - ENOUGH_DIGITS));
    }

    private static List<String> listed(@Nullable String texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split("[,\\s]+"))
                        .map(AddressPlace::folded)
                        .toList();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
