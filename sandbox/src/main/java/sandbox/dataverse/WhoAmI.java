package sandbox.dataverse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.webhook.Environment;
import sandbox.people.Author;

/** Tells a caller as which user Dataverse sees it. */
@RestController
class WhoAmI {

    @GetMapping("/api/data/{version:v9\\.[0-2]}/WhoAmI")
    ResponseEntity<Map<String, Object>> whoAmI(@RequestAttribute(BearerCheck.CALLER) String caller) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", Answers.root() + "$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse");
        body.put("BusinessUnitId", Environment.BUSINESS_UNIT_ID);
        body.put("UserId", Author.application(caller).systemUserId());
        body.put("OrganizationId", Environment.ORGANIZATION_ID);
        return Answers.value(body);
    }
}
