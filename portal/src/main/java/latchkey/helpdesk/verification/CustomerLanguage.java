package latchkey.helpdesk.verification;

import java.util.List;
import java.util.Locale;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;

/** The language a customer is written to in: their own when the directory knows it and we speak it, otherwise English. */
public final class CustomerLanguage {

    private static final AttributeKey PREFERRED = new AttributeKey("preferredLanguage");

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private CustomerLanguage() {}

    public static Locale of(Customer customer) {
        return customer.attribute(PREFERRED)
                .map(AttributeValue::asText)
                .map(Locale::forLanguageTag)
                .flatMap(wanted -> SPOKEN.stream()
                        .filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage()))
                        .findFirst())
                .orElse(Locale.ENGLISH);
    }
}
