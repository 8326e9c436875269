package latchkey.helpdesk.search;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether something typed is a phone number, and how else it may be written. */
final class Phones {

    private static final Pattern FORM = Pattern.compile("\\+?[\\d\\s()./-]{6,30}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    private final @Nullable String region;

    Phones(@Nullable String region) {
        this.region = region;
    }

    /** The ways to write the number, the international one without spaces (E.164) first; empty when it is none. */
    Optional<List<String>> spellings(String typed) {
        return FORM.matcher(typed).matches() ? number(typed).map(number -> spellings(number, typed)) : Optional.empty();
    }

    private Optional<PhoneNumber> number(String typed) {
        var international = typed.startsWith("00") ? "+" + typed.substring(2) : typed;
        try {
            return Optional.of(numbers.parse(international, region)).filter(numbers::isPossibleNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private List<String> spellings(PhoneNumber number, String typed) {
        var formats = Stream.of(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL)
                .map(format -> numbers.format(number, format));
        return Stream.concat(formats, Stream.of(typed)).distinct().toList();
    }
}
