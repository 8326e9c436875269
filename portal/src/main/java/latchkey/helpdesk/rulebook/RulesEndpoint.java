package latchkey.helpdesk.rulebook;

import java.util.List;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.helpdesk.action.StatedCooling;
import latchkey.helpdesk.policy.Stated;
import latchkey.helpdesk.rulebook.Rulebook.Held;
import latchkey.helpdesk.rulebook.Rulebook.Ruled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who can do what to whom, and why, for programs. */
@RestController
@RequestMapping("/api/v1/rules")
@Requires(Permission.VIEW_AUDIT)
class RulesEndpoint {

    private final Rulebook rulebook;
    private final Answers answers;
    private final PolicyHistory history;

    RulesEndpoint(Rulebook rulebook, Answers answers, PolicyHistory history) {
        this.rulebook = rulebook;
        this.answers = answers;
        this.history = history;
    }

    @GetMapping
    Book read() {
        return new Book(rulebook.roles(), rulebook.actions(), rulebook.rules(), rulebook.cooling(), history.latest());
    }

    @PostMapping("/question")
    Answered ask(@RequestBody Asked asked) {
        return answers.to(asked);
    }

    /** The rules of the settings, and how they changed, newest first. */
    record Book(
            List<Held> roles,
            List<Ruled> actions,
            List<Stated> rules,
            List<StatedCooling> cooling,
            List<PolicyChange> history) {}
}
