package latchkey.helpdesk.verification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers as directories keep them, and shows so much of one that its owner knows it. */
final class PhoneNumbers {

    private static final int ENOUGH = 2;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final @Nullable String region;

    PhoneNumbers(@Nullable String region) {
        this.region = region;
    }

    /** The international form without spaces (E.164) of a number that serves that use; empty for any other text. */
    Optional<String> serving(PhoneUse use, String text) {
        return number(text)
                .filter(number -> use.takes(numbers.getNumberType(number)))
                .map(number -> numbers.format(number, PhoneNumberFormat.E164));
    }

    /** Country code and the last two digits: {@code +49 ••• 56}. */
    String masked(String international) {
        return number(international)
                .map(number -> "+" + number.getCountryCode() + " ••• "
                        + international.substring(international.length() - ENOUGH))
                .orElse("•••");
    }

    private Optional<PhoneNumber> number(String text) {
        try {
            return Optional.of(numbers.parse(text, region)).filter(numbers::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
