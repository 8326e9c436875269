package latchkey.directory.graph;

import java.util.Optional;
import java.util.function.Supplier;
import latchkey.audit.AuditedChange;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure.InvalidValue;
import latchkey.directory.DirectoryId;
import latchkey.directory.Profiles;
import latchkey.directory.Receipt;
import tools.jackson.databind.node.ObjectNode;

/** Changes attributes by one PATCH that names only what changes (facts §4.6). */
final class GraphProfiles implements Profiles {

    private final DirectoryId directory;
    private final GraphClient graph;
    private final Supplier<Schema> schema;

    GraphProfiles(DirectoryId directory, GraphClient graph, Supplier<Schema> schema) {
        this.directory = directory;
        this.graph = graph;
        this.schema = schema;
    }

    @Override
    public Receipt change(CustomerId id, AttributeChanges changes, AuditedChange announced) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing to change");
        }
        var body = Json.MAPPER.createObjectNode();
        changes.values().forEach((key, value) -> put(body, known(key), value));
        return graph.write(GraphCall.patch(
                "change-attributes", Users.path(directory, id), Json.MAPPER.writeValueAsBytes(body), announced.id()));
    }

    // Only attributes: accountEnabled, passwordProfile or identities never pass here, whoever asks.
    private AttributeDefinition known(AttributeKey key) {
        return schema.get()
                .definition(key)
                .orElseThrow(() -> new InvalidValue(key.name(), "There is no attribute " + key, null, null));
    }

    private static void put(ObjectNode body, AttributeDefinition definition, Optional<AttributeValue> value) {
        var name = definition.key().name();
        if (value.isEmpty()) {
            clear(body, definition);
            return;
        }
        switch (value.get()) {
            case AttributeValue.Text text -> body.put(name, text.text());
            case AttributeValue.Flag flag -> body.put(name, flag.on());
            case AttributeValue.Whole whole -> body.put(name, whole.number());
            case AttributeValue.Moment moment -> body.put(name, moment.instant().toString());
            case AttributeValue.Bytes bytes -> body.put(name, bytes.base64());
            case AttributeValue.Texts texts -> texts.texts().forEach(body.putArray(name)::add);
        }
    }

    // null clears one value, [] clears a list (facts §4.6).
    private static void clear(ObjectNode body, AttributeDefinition definition) {
        if (definition.type() == AttributeDefinition.Type.TEXTS) {
            body.putArray(definition.key().name());
        } else {
            body.putNull(definition.key().name());
        }
    }
}
