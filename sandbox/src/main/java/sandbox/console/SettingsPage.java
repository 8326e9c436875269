package sandbox.console;

import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sandbox.clock.SandboxClock;
import sandbox.mail.MailServer;
import sandbox.settings.CurrentSettings;
import sandbox.state.Snapshots;
import tools.jackson.databind.json.JsonMapper;

/** Latency, replication, webhook, clock, and starting over. */
@Controller
class SettingsPage {

    private static final String HERE = "redirect:/console/settings";

    private final CurrentSettings settings;
    private final SandboxClock clock;
    private final Snapshots snapshots;
    private final MailServer mail;
    private final JsonMapper json;

    SettingsPage(CurrentSettings settings, SandboxClock clock, Snapshots snapshots, MailServer mail, JsonMapper json) {
        this.settings = settings;
        this.clock = clock;
        this.snapshots = snapshots;
        this.mail = mail;
        this.json = json;
    }

    @GetMapping("/console/settings")
    String settings(Model model) {
        model.addAttribute("settings", settings.now());
        model.addAttribute("now", Times.full(clock.instant()));
        model.addAttribute("ahead", ahead(clock.ahead()));
        model.addAttribute("smtpPort", mail.port());
        return "console/settings";
    }

    @PostMapping("/console/settings")
    String change(
            @RequestParam long graphLatencyMillis,
            @RequestParam long dataverseLatencyMillis,
            @RequestParam long replicationDelayMillis,
            @RequestParam(defaultValue = "false") boolean quotas,
            @RequestParam String webhookUrl,
            @RequestParam(defaultValue = "false") boolean webhooksEnabled,
            RedirectAttributes next) {
        try {
            settings.change(json.createObjectNode()
                    .put("graphLatencyMillis", graphLatencyMillis)
                    .put("dataverseLatencyMillis", dataverseLatencyMillis)
                    .put("replicationDelayMillis", replicationDelayMillis)
                    .put("quotas", quotas)
                    .put("webhookUrl", webhookUrl.strip())
                    .put("webhooksEnabled", webhooksEnabled));
            next.addFlashAttribute("saved", "Saved; it holds from the next request on.");
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("problem", wrong.getMessage());
        }
        return HERE;
    }

    @PostMapping("/console/settings/clock")
    String moveClock(@RequestParam long advanceSeconds) {
        clock.advance(Duration.ofSeconds(advanceSeconds));
        return HERE;
    }

    @PostMapping("/console/settings/clock/reset")
    String resetClock() {
        clock.reset();
        return HERE;
    }

    @PostMapping("/console/settings/reset")
    String startOver(RedirectAttributes next) {
        snapshots.reset();
        next.addFlashAttribute("saved", "Everything is as it was right after the start.");
        return HERE;
    }

    private static String ahead(Duration ahead) {
        if (ahead.isZero()) {
            return "the real time";
        }
        return ahead.toDays() + " d " + ahead.toHoursPart() + " h " + ahead.toMinutesPart()
                + " min ahead of the real time";
    }
}
