package sandbox.dataverse;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Author;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The action Merge of the Web API, for contacts. */
@RestController
class MergeEndpoint {

    private static final String TYPE = "Microsoft.Dynamics.CRM.contact";

    private final Merges merges;

    MergeEndpoint(Merges merges) {
        this.merges = merges;
    }

    @PostMapping("/api/data/{version:v9\\.[0-2]}/Merge")
    ResponseEntity<Map<String, Object>> merge(
            @RequestBody ObjectNode body, @RequestAttribute(BearerCheck.CALLER) String caller) {
        merges.merge(id(body, "Target"), id(body, "Subordinate"), updates(body), Author.application(caller));
        return Answers.deleted();
    }

    private static String id(ObjectNode body, String parameter) {
        var entity = body.path(parameter);
        if (!TYPE.equals(entity.path("@odata.type").asString(""))) {
            throw DataverseException.badPayload(
                    parameter + " must be a contact, with \"@odata.type\": \"" + TYPE + "\"");
        }
        return ContactsEndpoint.guid(entity.path("contactid").asString(""));
    }

    private static Map<String, @Nullable Object> updates(ObjectNode body) {
        JsonNode content = body.path("UpdateContent");
        return content instanceof ObjectNode columns ? ContactChanges.read(columns) : Map.of();
    }
}
