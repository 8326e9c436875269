package sandbox.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sandbox.faults.Action;
import sandbox.faults.Fault;
import sandbox.faults.Faults;
import sandbox.journal.Kind;

/** Switches for trouble. */
@Controller
class FaultsPage {

    private static final String HERE = "redirect:/console/faults";

    private final Faults faults;

    FaultsPage(Faults faults) {
        this.faults = faults;
    }

    /** A fault in force, in words. */
    record Line(@Nullable String id, String where, String what, String left) {

        static Line of(Fault fault) {
            return new Line(fault.id(), where(fault), what(fault), left(fault));
        }

        private static String where(Fault fault) {
            var kind = fault.kind() == null ? "everything" : fault.kind().text();
            var method = fault.method() == null ? "" : " " + fault.method();
            return kind + method + (fault.path() == null ? "" : " matching " + fault.path());
        }

        private static String what(Fault fault) {
            return switch (fault.action()) {
                case STATUS ->
                    fault.statusOrDefault()
                            + (fault.retryAfter() == null ? "" : " with Retry-After: " + fault.retryAfter());
                case SLOW -> "slower by " + fault.delayMillis() + " ms";
                case LOST -> "applied, then the connection is cut";
                case RESET -> "applied, the answer breaks off";
                case DOWN -> "connection cut, nothing applied";
                case LATE -> "connection cut, applied " + fault.delayMillis() + " ms later";
            };
        }

        private static String left(Fault fault) {
            return fault.count() == null
                    ? "until switched off"
                    : fault.count() == 1 ? "once" : fault.count() + " times";
        }
    }

    @GetMapping("/console/faults")
    String faults(Model model) {
        List<Line> lines = faults.all().stream().map(Line::of).toList();
        model.addAttribute("faults", lines);
        model.addAttribute("presets", Preset.ALL);
        model.addAttribute("kinds", List.of(Kind.GRAPH, Kind.TOKEN, Kind.OIDC, Kind.DATAVERSE, Kind.MAIL, Kind.SMS));
        model.addAttribute("actions", List.of(Action.values()));
        return "console/faults";
    }

    @PostMapping("/console/faults/preset/{key}")
    String preset(@PathVariable String key) {
        Preset.ALL.stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .ifPresent(preset -> faults.add(preset.fault()));
        return HERE;
    }

    @PostMapping("/console/faults")
    String add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "status") String action,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam(defaultValue = "") String retryAfter,
            @RequestParam(required = false) @Nullable Long delayMillis,
            @RequestParam(required = false) @Nullable Integer count,
            RedirectAttributes next) {
        try {
            faults.add(new Fault(
                    null,
                    kind.isBlank() ? null : Kind.named(kind),
                    orNull(method),
                    orNull(path),
                    Action.named(action),
                    status,
                    orNull(retryAfter),
                    delayMillis,
                    count,
                    null));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("problem", wrong.getMessage());
        }
        return HERE;
    }

    @PostMapping("/console/faults/{id}/remove")
    String remove(@PathVariable String id) {
        faults.remove(id);
        return HERE;
    }

    @PostMapping("/console/faults/clear")
    String clear() {
        faults.clear();
        return HERE;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
