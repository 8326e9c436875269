package latchkey.helpdesk.cases;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.CustomerId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of a case that stand on the customer page. */
@Controller
@RequestMapping("/cases/{caseId}")
@Requires(Permission.OPEN_CASE)
class CasePage {

    private final Cases cases;

    CasePage(Cases cases) {
        this.cases = cases;
    }

    @PostMapping("/notes")
    String note(@PathVariable UUID caseId, @RequestParam(defaultValue = "") String note, Agent agent) {
        cases.note(agent, caseId, note);
        return "redirect:" + page(cases.of(agent, caseId).customer());
    }

    @PostMapping("/closing")
    String close(@PathVariable UUID caseId, @RequestParam(defaultValue = "") String outcome, Agent agent) {
        return "redirect:"
                + page(cases.close(agent, caseId, CaseEndpoint.outcome(outcome)).customer());
    }

    private static String page(CustomerId customer) {
        return "/directories/" + customer.directory() + "/customers/" + customer.objectId();
    }
}
