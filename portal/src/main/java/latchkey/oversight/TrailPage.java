package latchkey.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Directories;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail for those who look over the desk's shoulder. */
@Controller
@Requires(Permission.VIEW_AUDIT)
class TrailPage {

    private final SeenTrail trail;

    private final Download download;

    private final Directories directories;

    TrailPage(SeenTrail trail, Download download, Directories directories) {
        this.trail = trail;
        this.download = download;
        this.directories = directories;
    }

    @GetMapping("/audit")
    String list(Filter filter, Agent agent, Model model) {
        var page = trail.read(agent, filter.question());
        model.addAttribute("filter", filter);
        model.addAttribute("directories", directories.all());
        model.addAttribute("entries", page.entries().stream().map(EntryLine::of).toList());
        model.addAttribute("next", page.before());
        return "oversight/trail";
    }

    /** Written while it is read, so that its length does not matter. */
    @GetMapping("/audit/export")
    void export(
            Filter filter, @RequestParam(defaultValue = "jsonl") String form, Agent agent, HttpServletResponse answer)
            throws IOException {
        var wanted = download.begin(agent, filter, form);
        answer.setContentType(wanted.mediaType());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName() + "\"");
        answer.setCharacterEncoding("UTF-8");
        download.write(agent, filter, wanted, answer.getWriter());
    }

    @GetMapping("/audit/{entry}")
    String one(@PathVariable UUID entry, Agent agent, Model model) {
        model.addAttribute(
                "line",
                trail.byId(agent, entry).map(EntryLine::of).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
        return "oversight/entry";
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry auditEntry() {
        return new NavigationEntry("oversight.place", "/audit", Permission.VIEW_AUDIT, 80);
    }
}
