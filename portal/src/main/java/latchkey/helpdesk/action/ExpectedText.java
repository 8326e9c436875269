package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.List;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is expected and reads it again. */
@Component
class ExpectedText {

    private final JsonMapper json;

    ExpectedText(JsonMapper json) {
        this.json = json;
    }

    /** Names the thing that is expected to change; two writes of the same thing have the same name. */
    String name(Expected expected) {
        return switch (expected) {
            case Expected.OfAttribute attribute -> "attribute:" + attribute.key();
            case Expected.OfSignIn signIn -> "sign-in";
            case Expected.OfSessions sessions -> "sessions";
        };
    }

    String write(Expected expected) {
        return json.writeValueAsString(
                switch (expected) {
                    case Expected.OfAttribute attribute -> line(attribute);
                    case Expected.OfSignIn signIn -> Line.of("sign-in", Boolean.toString(signIn.enabled()));
                    case Expected.OfSessions sessions ->
                        Line.of("sessions", sessions.endedBefore().toString());
                });
    }

    Expected read(String written) {
        var line = json.readValue(written, Line.class);
        return switch (line.kind()) {
            case "sign-in" -> new Expected.OfSignIn(Boolean.parseBoolean(line.first()));
            case "sessions" -> new Expected.OfSessions(Instant.parse(line.first()));
            default -> new Expected.OfAttribute(new AttributeKey(line.attribute()), value(line));
        };
    }

    private static Line line(Expected.OfAttribute attribute) {
        var key = attribute.key().name();
        return switch (attribute.value()) {
            case null -> new Line("cleared", key, List.of());
            case AttributeValue.Text text -> new Line("text", key, List.of(text.text()));
            case AttributeValue.Flag flag -> new Line("flag", key, List.of(flag.asText()));
            case AttributeValue.Whole whole -> new Line("whole", key, List.of(whole.asText()));
            case AttributeValue.Moment moment -> new Line("moment", key, List.of(moment.asText()));
            case AttributeValue.Bytes bytes -> new Line("bytes", key, List.of(bytes.base64()));
            case AttributeValue.Texts texts -> new Line("texts", key, texts.texts());
        };
    }

    private static @Nullable AttributeValue value(Line line) {
        return switch (line.kind()) {
            case "text" -> new AttributeValue.Text(line.first());
            case "flag" -> new AttributeValue.Flag(Boolean.parseBoolean(line.first()));
            case "whole" -> new AttributeValue.Whole(Long.parseLong(line.first()));
            case "moment" -> new AttributeValue.Moment(Instant.parse(line.first()));
            case "bytes" -> new AttributeValue.Bytes(line.first());
            case "texts" -> new AttributeValue.Texts(line.values());
            default -> null;
        };
    }

    /** The form on paper. */
    record Line(String kind, String attribute, List<String> values) {

        static Line of(String kind, String value) {
            return new Line(kind, "", List.of(value));
        }

        String first() {
            return values.getFirst();
        }
    }
}
