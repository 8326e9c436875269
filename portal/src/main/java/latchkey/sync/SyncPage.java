package latchkey.sync;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import latchkey.notify.UndeliveredMails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sync's page: lag, queue, what is parked and why, and the way back. */
@Controller
class SyncPage {

    private static final int SHOWN = 100;

    private final SyncOverview overview;
    private final ParkedRows rows;
    private final Replay replay;
    private final HeldRows held;
    private final Standings standings;
    private final UndeliveredMails mails;
    private final java.time.Clock clock;

    SyncPage(
            SyncOverview overview,
            ParkedRows rows,
            Replay replay,
            HeldRows held,
            Standings standings,
            UndeliveredMails mails,
            java.time.Clock clock) {
        this.overview = overview;
        this.rows = rows;
        this.replay = replay;
        this.held = held;
        this.standings = standings;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping("/sync")
    @Requires(Permission.VIEW_SYNC)
    String show(Agent agent, Model model) {
        var now = clock.instant();
        model.addAttribute("status", overview.now());
        model.addAttribute("now", now);
        model.addAttribute("parked", rows.parked(SHOWN));
        model.addAttribute("held", held.held(SHOWN));
        model.addAttribute("standings", standings.all());
        model.addAttribute("notLinked", rows.notLinked(SHOWN));
        model.addAttribute("undelivered", mails.since(now.minus(java.time.Duration.ofDays(7))));
        model.addAttribute("mayReplay", agent.may(Permission.OPERATE_SYNC));
        return "sync/sync";
    }

    @PostMapping("/sync/replays")
    @Requires(Permission.OPERATE_SYNC)
    String replay(Agent agent, @RequestParam DirectoryId directory, @RequestParam UUID contact) {
        replay.one(agent, directory, contact);
        return "redirect:/sync";
    }

    @PostMapping("/sync/replays/all")
    @Requires(Permission.OPERATE_SYNC)
    String replayAll(Agent agent) {
        replay.all(agent);
        return "redirect:/sync";
    }
}
