package latchkey.sync;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where contacts come from: what each net brought, looks on demand, contacts that are gone, and the links. */
@Controller
class SourcesPage {

    private static final int SHOWN = 100;
    private static final String HERE = "redirect:/sync/sources";

    private final NetsOverview nets;
    private final OnDemand onDemand;
    private final GoneContacts gone;
    private final LinkHealth links;

    SourcesPage(NetsOverview nets, OnDemand onDemand, GoneContacts gone, LinkHealth links) {
        this.nets = nets;
        this.onDemand = onDemand;
        this.gone = gone;
        this.links = links;
    }

    @GetMapping("/sync/sources")
    @Requires(Permission.VIEW_SYNC)
    String show(Agent agent, Model model) {
        var all = nets.now();
        model.addAttribute("nets", all);
        model.addAttribute(
                "directories",
                all.stream().map(NetsOverview.NetStatus::directory).distinct().toList());
        model.addAttribute(
                "asked",
                all.stream()
                        .filter(net -> net.on() && net.net().equals(Net.DELTA.key()))
                        .map(NetsOverview.NetStatus::directory)
                        .toList());
        model.addAttribute("gone", gone.toLookAt(SHOWN));
        model.addAttribute("mayOperate", agent.may(Permission.OPERATE_SYNC));
        return "sync/sources";
    }

    @GetMapping("/sync/links")
    @Requires(Permission.VIEW_SYNC)
    String links(Model model) {
        model.addAttribute("directories", links.now());
        return "sync/links";
    }

    @PostMapping("/sync/looks")
    @Requires(Permission.OPERATE_SYNC)
    String look(Agent agent, @RequestParam DirectoryId directory, @RequestParam UUID contact) {
        onDemand.one(agent, directory, contact);
        return HERE;
    }

    @PostMapping("/sync/full-loads")
    @Requires(Permission.OPERATE_SYNC)
    String lookAtAll(Agent agent, @RequestParam DirectoryId directory) {
        onDemand.all(agent, directory);
        return HERE;
    }

    @PostMapping("/sync/dismissals")
    @Requires(Permission.OPERATE_SYNC)
    String dismiss(Agent agent, @RequestParam DirectoryId directory, @RequestParam UUID contact) {
        gone.dismiss(agent, directory, contact);
        return HERE;
    }
}
