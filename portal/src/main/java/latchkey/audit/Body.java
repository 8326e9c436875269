package latchkey.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of an entry, read back. */
record Body(JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads a body; {@link tools.jackson.core.JacksonException} when it is not JSON. */
    static Body parse(String text) {
        return new Body(JSON.readTree(text));
    }

    long sequence() {
        return json.path("sequence").asLong(0);
    }

    UUID id() {
        return UUID.fromString(json.required("id").asString());
    }

    String kind() {
        return json.path("kind").asString("");
    }

    Instant at() {
        return Instant.parse(json.required("at").asString());
    }

    String actorId() {
        return json.path("actor").path("id").asString("");
    }

    String action() {
        return json.path("action").asString("");
    }

    @Nullable
    String text(String name) {
        return text(json, name);
    }

    @Nullable
    Subject subject() {
        var subject = json.get("subject");
        return subject == null
                ? null
                : new Subject(
                        subject.required("directory").asString(),
                        subject.required("id").asString());
    }

    @Nullable
    UUID uuid(String name) {
        var value = text(name);
        return value == null ? null : UUID.fromString(value);
    }

    /** The announcement, its personal part opened when the key is still there. */
    Announcement announcement(@Nullable CustomerKey key) {
        var personal = key == null ? null : opened(key);
        return new Announcement(
                actor(personal),
                action(),
                subject(),
                uuid("case"),
                personal == null ? null : text(personal, "reason"),
                text("ticket"),
                texts(json.path("facts")),
                personal == null ? Map.of() : texts(personal.path("personal")));
    }

    Outcome outcome() {
        return new Outcome(
                Outcome.Result.valueOf(json.required("result").asString()),
                text("code"),
                text("requestId"),
                texts(json.path("facts")));
    }

    /** The name of somebody whose entry was erased is their key. */
    private Actor actor(@Nullable JsonNode personal) {
        var actor = json.required("actor");
        var name = personal == null ? null : text(personal, "name");
        return new Actor(
                Actor.Kind.valueOf(actor.required("kind").asString()),
                actorId(),
                name == null ? actorId() : name,
                roles(actor));
    }

    private JsonNode opened(CustomerKey key) {
        var sealed = Base64.getDecoder().decode(json.required("sealed").asString());
        var plain = Crypto.decrypt(key.key(), sealed, Draft.belongsTo(id()));
        return JSON.readTree(new String(plain, StandardCharsets.UTF_8));
    }

    private static Set<String> roles(JsonNode actor) {
        var roles = new HashSet<String>();
        actor.path("roles").forEach(role -> roles.add(role.asString()));
        return roles;
    }

    private static @Nullable String text(JsonNode object, String name) {
        var value = object.get(name);
        return value == null ? null : value.asString();
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
        return texts;
    }
}
