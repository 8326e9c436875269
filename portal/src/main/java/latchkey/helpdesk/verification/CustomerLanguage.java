package latchkey.helpdesk.verification;

import java.util.Locale;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;

/** The language a customer is written to in: their own when the directory knows it, otherwise English. */
public final class CustomerLanguage {

    private static final AttributeKey PREFERRED = new AttributeKey("preferredLanguage");

    private CustomerLanguage() {}

    public static Locale of(Customer customer) {
        return customer.attribute(PREFERRED)
                .map(AttributeValue::asText)
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty())
                .orElse(Locale.ENGLISH);
    }
}
