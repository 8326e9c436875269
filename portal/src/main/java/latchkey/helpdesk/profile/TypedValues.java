package latchkey.helpdesk.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;

/** Reads what agents type by the attribute's type, and writes values back into forms (limits: facts §4.11). */
class TypedValues {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\r]]|[\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
    private static final Pattern MARKUP = Pattern.compile("[<>]");
    private static final int MOST_TEXTS = 250;
    private static final int LONGEST_TEXT_OF_MANY = 250;
    private static final DateTimeFormatter IN_FORMS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private TypedValues() {}

    /** The value, or empty to clear it; {@link BrokenRule} when it cannot be one. */
    static Optional<AttributeValue> read(AttributeDefinition definition, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return cleared(definition);
        }
        if (CONTROL.matcher(text).find()) {
            throw new BrokenRule(Rule.FORBIDDEN_CHARACTER);
        }
        return Optional.of(
                switch (definition.type()) {
                    case TEXT -> text(definition, text);
                    case FLAG -> flag(text);
                    case WHOLE -> whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case LARGE_WHOLE -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
                    case MOMENT -> new AttributeValue.Moment(moment(text));
                    case BYTES -> bytes(definition, text);
                    case TEXTS -> texts(definition, text);
                });
    }

    /** The value as a form shows it; typing it again changes nothing. */
    static String write(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Texts texts -> String.join("\n", texts.texts());
            case AttributeValue.Moment moment ->
                IN_FORMS.format(moment.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
            case AttributeValue.Text text -> text.asText();
            case AttributeValue.Flag flag -> flag.asText();
            case AttributeValue.Whole whole -> whole.asText();
            case AttributeValue.Bytes bytes -> bytes.asText();
        };
    }

    private static Optional<AttributeValue> cleared(AttributeDefinition definition) {
        if (definition.key().equals(AttributeKey.DISPLAY_NAME)) {
            throw new BrokenRule(Rule.REQUIRED);
        }
        return Optional.empty();
    }

    private static AttributeValue text(AttributeDefinition definition, String text) {
        checkLength(text.length(), definition.maximumLength());
        if (LINE_BREAK.matcher(text).find()) {
            throw new BrokenRule(Rule.FORBIDDEN_CHARACTER);
        }
        if (definition.key().equals(AttributeKey.DISPLAY_NAME)
                && MARKUP.matcher(text).find()) {
            throw new BrokenRule(Rule.FORBIDDEN_CHARACTER);
        }
        if (definition.key().equals(AttributeKey.MAIL)) {
            checkAddress(text);
        }
        return new AttributeValue.Text(text);
    }

    private static AttributeValue flag(String text) {
        return switch (text) {
            case "true" -> new AttributeValue.Flag(true);
            case "false" -> new AttributeValue.Flag(false);
            default -> throw new BrokenRule(Rule.NOT_YES_OR_NO);
        };
    }

    private static AttributeValue whole(String text, long least, long most) {
        if (!text.matches("[+-]?[0-9]{1,30}")) {
            throw new BrokenRule(Rule.NOT_WHOLE);
        }
        try {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new BrokenRule(Rule.OUT_OF_RANGE, most);
            }
            return new AttributeValue.Whole(number);
        } catch (NumberFormatException e) {
            throw new BrokenRule(Rule.OUT_OF_RANGE, most);
        }
    }

    /** With a zone as programs write it, without one as forms do, then in UTC. */
    private static Instant moment(String text) {
        try {
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BrokenRule(Rule.NOT_A_MOMENT);
        }
    }

    private static AttributeValue bytes(AttributeDefinition definition, String text) {
        try {
            checkLength(Base64.getDecoder().decode(text).length, definition.maximumLength());
            return new AttributeValue.Bytes(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenRule(Rule.NOT_BASE64);
        }
    }

    private static AttributeValue texts(AttributeDefinition definition, String text) {
        List<String> lines = Arrays.stream(LINE_BREAK.split(text))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST_TEXTS) {
            throw new BrokenRule(Rule.TOO_MANY, MOST_TEXTS);
        }
        lines.forEach(line -> checkLength(line.length(), LONGEST_TEXT_OF_MANY));
        if (definition.key().equals(AttributeKey.OTHER_MAILS)) {
            lines.forEach(TypedValues::checkAddress);
        }
        return new AttributeValue.Texts(lines);
    }

    private static void checkAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new BrokenRule(Rule.NOT_AN_ADDRESS);
        }
    }

    private static void checkLength(int length, int longest) {
        if (longest > 0 && length > longest) {
            throw new BrokenRule(Rule.TOO_LONG, longest);
        }
    }
}
