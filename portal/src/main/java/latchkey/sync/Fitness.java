package latchkey.sync;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Directory;

/** Whether the directory would take the values, by its own rules (Dataverse facts §2, facts §4.11). */
final class Fitness {

    /** What stands before and after the @ of an address that {@code mail} takes: no accents, no blanks. */
    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]+@[!-?A-~]+\\.[!-?A-~]+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern ANGLE = Pattern.compile("[<>]");

    private Fitness() {}

    /** Names the attributes that would be refused. */
    static Optional<Guards.Hold> check(AttributeChanges changes, Directory directory) {
        var unfit = changes.values().entrySet().stream()
                .filter(change -> change.getValue().stream()
                        .flatMap(Fitness::texts)
                        .anyMatch(text -> !fits(change.getKey(), text, longest(change.getKey(), directory))))
                .map(change -> change.getKey().name())
                .sorted()
                .toList();
        return unfit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Guards.Hold(Reason.VALUE_UNFIT, String.join(" ", unfit)));
    }

    private static boolean fits(AttributeKey key, String text, int longest) {
        return (longest == 0 || text.length() <= longest)
                && !CONTROL.matcher(text).find()
                && (!isAddress(key) || ADDRESS.matcher(text).matches())
                && (!key.equals(AttributeKey.DISPLAY_NAME)
                        || !ANGLE.matcher(text).find());
    }

    private static boolean isAddress(AttributeKey key) {
        return key.equals(AttributeKey.MAIL) || key.equals(AttributeKey.OTHER_MAILS);
    }

    private static int longest(AttributeKey key, Directory directory) {
        return directory.attributes().stream()
                .filter(definition -> definition.key().equals(key))
                .mapToInt(AttributeDefinition::maximumLength)
                .findFirst()
                .orElse(0);
    }

    private static Stream<String> texts(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text text -> Stream.of(text.text());
            case AttributeValue.Texts several -> several.texts().stream();
            default -> Stream.empty();
        };
    }
}
