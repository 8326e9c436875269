package sandbox.dataverse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import sandbox.dataverse.query.BadQuery;

/** Up to which version a caller knows everything, and since when (facts, Dataverse §1c). */
record DeltaToken(long version, Instant at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})!(\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d)");

    static DeltaToken read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed();
        }
        try {
            return new DeltaToken(
                    Long.parseLong(form.group(1)),
                    LocalDateTime.parse(form.group(2), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noTime) {
            throw malformed();
        }
    }

    static BadQuery malformed() {
        return new BadQuery("The value of $deltatoken is not valid.");
    }

    /** As it stands in a link: escaped with small letters, as in the documented one. */
    String escaped() {
        var text = version + "!" + TIME.format(at.atOffset(ZoneOffset.UTC));
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").toLowerCase(Locale.ROOT);
    }
}
