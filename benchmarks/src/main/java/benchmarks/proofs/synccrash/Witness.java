package benchmarks.proofs.synccrash;

import benchmarks.ground.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads from the sandbox what happened: its journal of webhooks and writes, its history of contacts and users. */
final class Witness {

    private static final String SYNC_APP = "a0000000-0000-4000-8000-000000000002";

    private final SandboxControl control;

    /** Empties the journal, so that it tells of what happens from now on. */
    Witness(SandboxControl control) {
        this.control = control;
        control.clearJournal();
    }

    /** How many versions were told, whatever was answered. */
    int told() {
        var versions = new HashSet<Long>();
        webhooks()
                .forEach(entry -> versions.add(body(entry).get("VersionNumber").asLong()));
        return versions.size();
    }

    Map<String, Set<Long>> accepted() {
        var accepted = new HashMap<String, Set<Long>>();
        for (var entry : webhooks()) {
            var status = entry.get("status").asInt();
            if (status >= 200 && status < 300) {
                accepted.computeIfAbsent(body(entry).get("PrimaryEntityId").asString(), contact -> new HashSet<>())
                        .add(body(entry).get("VersionNumber").asLong());
            }
        }
        return accepted;
    }

    /** The customers the sync wrote to, once for each applied or attempted write. */
    List<String> written() {
        return control.journal("kind=graph&method=PATCH&path=/v1.0/users/").stream()
                .filter(entry -> SYNC_APP.equals(entry.path("appId").asString("")))
                .map(entry -> entry.get("path").asString())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    List<Story> stories(List<SandboxControl.Person> people, Map<String, Set<Long>> accepted) {
        var token = control.graphToken(SYNC_APP, "sandbox-sync-secret");
        return people.stream()
                .map(person -> story(person, accepted.getOrDefault(person.contact(), Set.of()), token))
                .filter(story -> !story.edits().isEmpty())
                .toList();
    }

    private Story story(SandboxControl.Person person, Set<Long> accepted, String token) {
        return new Story(
                person.contact(),
                person.customer(),
                edits(control.history("contacts", person.contact())),
                accepted,
                changes(control.history("users", person.customer())),
                texts(control.customer(person.customer(), token)));
    }

    private List<JsonNode> webhooks() {
        return control.journal("kind=webhook");
    }

    private JsonNode body(JsonNode entry) {
        return control.read(entry.get("requestBody").asString());
    }

    private static List<Story.Edit> edits(JsonNode versions) {
        var edits = new ArrayList<Story.Edit>();
        for (var version : versions) {
            var number = version.get("changes").get("versionnumber");
            edits.add(new Story.Edit(
                    number.get("before").asLong(),
                    number.get("after").asLong(),
                    side(version, "before"),
                    side(version, "after")));
        }
        return edits;
    }

    private static List<Story.Change> changes(JsonNode versions) {
        return StreamSupport.stream(versions.spliterator(), false)
                .map(version -> new Story.Change(side(version, "before"), side(version, "after")))
                .toList();
    }

    private static Map<String, String> side(JsonNode version, String name) {
        var side = new HashMap<String, String>();
        version.get("changes")
                .properties()
                .forEach(change ->
                        side.put(change.getKey(), text(change.getValue().path(name))));
        return side;
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.properties().forEach(property -> texts.put(property.getKey(), text(property.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
