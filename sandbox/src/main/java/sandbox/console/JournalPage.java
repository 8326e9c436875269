package sandbox.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sandbox.journal.Journal;
import sandbox.journal.JournalEntry;
import sandbox.journal.Kind;

/** What was asked of the sandbox and what it answered. */
@Controller
class JournalPage {

    private static final int MOST_SHOWN = 200;

    private final Journal journal;

    JournalPage(Journal journal) {
        this.journal = journal;
    }

    /** An entry as a line of the table. */
    record Line(
            long seq,
            String at,
            long millis,
            String kind,
            String method,
            String path,
            @Nullable String query,
            int status,
            @Nullable String fault,
            @Nullable String retryAfter,
            @Nullable String body) {

        static Line of(JournalEntry entry) {
            return new Line(
                    entry.seq(),
                    Times.exact(entry.at()),
                    Duration.between(entry.at(), entry.finishedAt()).toMillis(),
                    entry.kind().text(),
                    entry.method(),
                    entry.path(),
                    decoded(entry.query()),
                    entry.status(),
                    entry.fault(),
                    entry.retryAfter(),
                    entry.requestBody());
        }

        private static @Nullable String decoded(@Nullable String query) {
            try {
                return query == null ? null : URLDecoder.decode(query, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException wrongEscape) {
                return query;
            }
        }

        public String tone() {
            if (status == 0 || status >= 500) {
                return "bad";
            }
            return status >= 400 ? "warn" : "good";
        }

        public String answer() {
            return status == 0 ? "no answer" : String.valueOf(status);
        }
    }

    /** What to show; blank means everything. */
    record Wish(String kind, String method, String path, String result) {

        boolean fits(JournalEntry entry) {
            return (kind.isBlank() || entry.kind().text().equals(kind))
                    && (method.isBlank() || entry.method().equalsIgnoreCase(method))
                    && entry.path()
                            .toLowerCase(Locale.ROOT)
                            .contains(path.strip().toLowerCase(Locale.ROOT))
                    && (result.isBlank() || result.equals(resultOf(entry)));
        }

        private static String resultOf(JournalEntry entry) {
            return entry.status() >= 400 || entry.status() == 0 ? "bad" : "good";
        }
    }

    @GetMapping("/console/journal")
    String journal(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String result,
            Model model) {
        fill(new Wish(kind, method, path, result), model);
        return "console/journal";
    }

    @GetMapping("/console/journal/lines")
    String lines(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String result,
            Model model) {
        fill(new Wish(kind, method, path, result), model);
        return "console/journal :: lines";
    }

    @PostMapping("/console/journal/clear")
    String clear() {
        journal.clear();
        return "redirect:/console/journal";
    }

    private void fill(Wish wish, Model model) {
        var fitting = newestFirst(wish::fits);
        model.addAttribute("wish", wish);
        model.addAttribute("kinds", List.of(Kind.values()));
        model.addAttribute("count", fitting.size());
        model.addAttribute(
                "entries", fitting.stream().limit(MOST_SHOWN).map(Line::of).toList());
    }

    private List<JournalEntry> newestFirst(Predicate<JournalEntry> fitting) {
        return journal.entries(0, fitting, Integer.MAX_VALUE).reversed();
    }
}
