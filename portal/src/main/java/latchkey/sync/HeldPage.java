package latchkey.sync;

import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What guards hold and why, what would change, and a person's word about it. */
@Controller
class HeldPage {

    private static final int SHOWN = 200;

    private final HeldRows rows;
    private final Preview preview;
    private final Standings standings;
    private final Decide decide;

    HeldPage(HeldRows rows, Preview preview, Standings standings, Decide decide) {
        this.rows = rows;
        this.preview = preview;
        this.standings = standings;
        this.decide = decide;
    }

    @GetMapping("/sync/held")
    @Requires(Permission.VIEW_SYNC)
    String show(Agent agent, Model model) {
        model.addAttribute("held", rows.held(SHOWN));
        model.addAttribute("mayDecide", agent.may(Permission.OPERATE_SYNC));
        return "sync/held";
    }

    @GetMapping("/sync/directories/{directory}/contacts/{contact}")
    @Requires(Permission.VIEW_SYNC)
    String show(Agent agent, @PathVariable DirectoryId directory, @PathVariable UUID contact, Model model) {
        if (!standings.knows(directory)) {
            throw new ProblemException(Problem.DIRECTORY_NOT_FOUND);
        }
        model.addAttribute("directory", directory.value());
        model.addAttribute("contact", contact);
        model.addAttribute("preview", preview.of(directory, contact));
        model.addAttribute("isHeld", rows.isHeld(directory, contact));
        model.addAttribute("mayDecide", agent.may(Permission.OPERATE_SYNC));
        return "sync/difference";
    }

    @PostMapping("/sync/held/releases")
    @Requires(Permission.OPERATE_SYNC)
    String release(Agent agent, @RequestParam(defaultValue = "") List<String> contact) {
        decide.release(agent, which(contact));
        return "redirect:/sync/held";
    }

    @PostMapping("/sync/held/rejections")
    @Requires(Permission.OPERATE_SYNC)
    String reject(Agent agent, @RequestParam(defaultValue = "") List<String> contact) {
        decide.reject(agent, which(contact));
        return "redirect:/sync/held";
    }

    private static List<Decide.Which> which(List<String> contacts) {
        return contacts.stream().map(Decide.Which::of).toList();
    }
}
