package latchkey.directory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What an attribute holds; an attribute without value is absent, never an empty one of these. */
public sealed interface AttributeValue {

    /** The value as text, for comparing and for the trail; pages format it themselves. */
    String asText();

    /** A line of text. */
    record Text(String text) implements AttributeValue {
        @Override
        public String asText() {
            return text;
        }
    }

    /** Yes or no. */
    record Flag(boolean on) implements AttributeValue {
        @Override
        public String asText() {
            return Boolean.toString(on);
        }
    }

    /** A whole number, of 32 or 64 bits. */
    record Whole(long number) implements AttributeValue {
        @Override
        public String asText() {
            return Long.toString(number);
        }
    }

    /** A moment in UTC. */
    record Moment(Instant instant) implements AttributeValue {
        @Override
        public String asText() {
            return instant.toString();
        }
    }

    /** Bytes, as base64. */
    record Bytes(String base64) implements AttributeValue {
        @Override
        public String asText() {
            return base64;
        }
    }

    /** Several lines of text, in the directory's order. */
    record Texts(List<String> texts) implements AttributeValue {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String asText() {
            return texts.stream().collect(Collectors.joining(", "));
        }
    }
}
