package latchkey.helpdesk.approval;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The requests that wait for a second person, and each with what there is to decide on. */
@Controller
@RequestMapping("/approvals")
@Requires(Permission.GIVE_APPROVAL)
class ApprovalPage {

    private final Approvals approvals;
    private final Decisions decisions;
    private final Deciders deciders;
    private final Populations populations;
    private final Directories directories;

    ApprovalPage(
            Approvals approvals,
            Decisions decisions,
            Deciders deciders,
            Populations populations,
            Directories directories) {
        this.approvals = approvals;
        this.decisions = decisions;
        this.deciders = deciders;
        this.populations = populations;
        this.directories = directories;
    }

    @GetMapping
    String list(Agent agent, Model model) {
        model.addAttribute("requests", approvals.waiting(agent));
        model.addAttribute("me", agent);
        return "approval/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Agent agent, Model model) {
        var asked = approvals.of(agent, id);
        model.addAttribute("asked", asked);
        model.addAttribute("customer", populations.customer(agent, asked.customer()));
        model.addAttribute("evidence", approvals.evidence(agent, id).orElse(null));
        model.addAttribute("labels", labels(asked.customer().directory()));
        model.addAttribute(
                "obstacle", deciders.obstacle(agent, asked).map(Enum::name).orElse(null));
        return "approval/one";
    }

    @PostMapping("/{id}/yes")
    String give(@PathVariable UUID id, Agent agent) {
        decisions.give(agent, id);
        return "redirect:/approvals";
    }

    @PostMapping("/{id}/no")
    String deny(@PathVariable UUID id, @RequestParam(defaultValue = "") String because, Agent agent) {
        decisions.deny(agent, id, because);
        return "redirect:/approvals";
    }

    /** What pages call attributes, by short name. */
    private Map<String, String> labels(DirectoryId directory) {
        return directories.forAgents(directory).stream()
                .flatMap(known -> known.attributes().stream())
                .collect(Collectors.toMap(
                        attribute -> attribute.key().shortName(),
                        AttributeDefinition::label,
                        (builtIn, other) -> builtIn));
    }
}
