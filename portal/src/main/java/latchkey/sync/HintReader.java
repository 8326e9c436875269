package latchkey.sync;

import java.util.Optional;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the ids of contact, operation and initiator out of a RemoteExecutionContext (Dataverse facts §1a), nothing else. */
@Component
class HintReader {

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNameLength(2_000)
                    .build())
            .build();

    /**
     * The hint in the message.
     *
     * @throws Malformed when the message is not one about a contact
     */
    Hint read(DirectoryId directory, byte[] body) {
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            return hint(directory, parser);
        } catch (JacksonException e) {
            throw new Malformed("it is not JSON");
        }
    }

    private static Hint hint(DirectoryId directory, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Malformed("it is not an object");
        }
        @Nullable String table = null;
        @Nullable String contact = null;
        @Nullable String operation = null;
        @Nullable String initiator = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "PrimaryEntityName" -> table = text(parser);
                case "PrimaryEntityId" -> contact = text(parser);
                case "OperationId" -> operation = text(parser);
                case "InitiatingUserId" -> initiator = text(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new Malformed("something follows the object");
        }
        if (!"contact".equals(table)) {
            throw new Malformed("PrimaryEntityName is not contact");
        }
        return new Hint(
                directory,
                id("PrimaryEntityId", contact),
                id("OperationId", operation),
                Optional.ofNullable(initiator).flatMap(Link.Guid::read).orElse(null),
                SyncLane.LIVE);
    }

    private static @Nullable String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    private static UUID id(String name, @Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(Link.Guid::read)
                .orElseThrow(() -> new Malformed(name + " is not a GUID"));
    }

    /** The message is not what a webhook step on contacts sends. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }
}
