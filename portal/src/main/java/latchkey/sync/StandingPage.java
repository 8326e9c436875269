package latchkey.sync;

import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the sync of one directory stands, what it would change, and the switches. */
@Controller
class StandingPage {

    private final StandingReport report;
    private final Switches switches;

    StandingPage(StandingReport report, Switches switches) {
        this.report = report;
        this.switches = switches;
    }

    @GetMapping("/sync/directories/{directory}")
    @Requires(Permission.VIEW_SYNC)
    String show(Agent agent, @PathVariable DirectoryId directory, Model model) {
        model.addAttribute("report", report.of(directory));
        model.addAttribute("mayOperate", agent.may(Permission.OPERATE_SYNC));
        return "sync/directory";
    }

    @PostMapping("/sync/directories/{directory}/live")
    @Requires(Permission.OPERATE_SYNC)
    String goLive(
            Agent agent, @PathVariable DirectoryId directory, @RequestParam(defaultValue = "false") boolean sure) {
        switches.goLive(agent, directory, sure);
        return back(directory);
    }

    @PostMapping("/sync/directories/{directory}/watching")
    @Requires(Permission.OPERATE_SYNC)
    String watch(Agent agent, @PathVariable DirectoryId directory) {
        switches.watch(agent, directory);
        return back(directory);
    }

    @PostMapping("/sync/directories/{directory}/pauses")
    @Requires(Permission.OPERATE_SYNC)
    String pause(Agent agent, @PathVariable DirectoryId directory) {
        switches.pause(agent, directory);
        return back(directory);
    }

    @PostMapping("/sync/directories/{directory}/resumptions")
    @Requires(Permission.OPERATE_SYNC)
    String resume(Agent agent, @PathVariable DirectoryId directory) {
        switches.resume(agent, directory);
        return back(directory);
    }

    private static String back(DirectoryId directory) {
        return "redirect:/sync/directories/" + directory;
    }
}
