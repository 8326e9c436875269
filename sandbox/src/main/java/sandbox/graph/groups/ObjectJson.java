package sandbox.graph.groups;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandbox.graph.tenant.Shape;
import sandbox.people.Group;

/** Groups and roles as Graph writes them. */
final class ObjectJson {

    static final String GROUP = "#microsoft.graph.group";
    static final String ROLE = "#microsoft.graph.directoryRole";

    private ObjectJson() {}

    static Map<String, Object> of(Group group) {
        return Shape.of(
                "id",
                group.id(),
                "deletedDateTime",
                null,
                "createdDateTime",
                group.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "description",
                group.description(),
                "displayName",
                group.displayName(),
                "groupTypes",
                List.of(),
                "mail",
                group.mail(),
                "mailEnabled",
                group.mail() != null,
                "mailNickname",
                group.mailNickname(),
                "onPremisesSyncEnabled",
                null,
                "securityEnabled",
                group.securityEnabled(),
                "visibility",
                null);
    }

    static Map<String, Object> of(DirectoryRole role) {
        return Shape.of(
                "id",
                role.id(),
                "deletedDateTime",
                null,
                "description",
                "",
                "displayName",
                role.displayName(),
                "roleTemplateId",
                role.templateId());
    }

    /** Told apart from objects of other types in a list of several. */
    static Map<String, Object> typed(String type, Map<String, Object> object) {
        var json = new LinkedHashMap<String, Object>();
        json.put("@odata.type", type);
        json.putAll(object);
        return json;
    }

    /** All that a caller learns of an object of a type that it may not read (facts §8). */
    static Map<String, Object> limited(String type, String id) {
        return Shape.of("@odata.type", type, "id", id, "displayName", null, "description", null);
    }

    /** The selected properties that the object has; in a list of several types no name is wrong. */
    static Map<String, Object> selected(Map<String, Object> whole, List<String> select) {
        var part = new LinkedHashMap<>(whole);
        part.keySet().removeIf(name -> !select.isEmpty() && !select.contains(name) && !name.startsWith("@"));
        return part;
    }
}
