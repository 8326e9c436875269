package latchkey.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Page;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for programs. */
@RestController
@Requires(Permission.VIEW_AUDIT)
class TrailEndpoint {

    private final SeenTrail trail;

    private final Download download;

    TrailEndpoint(SeenTrail trail, Download download) {
        this.trail = trail;
        this.download = download;
    }

    @GetMapping("/api/v1/audit")
    Page<EntryAnswer> list(@ParameterObject Filter filter, Agent agent) {
        var page = trail.read(agent, filter.question());
        return new Page<>(page.entries().stream().map(EntryAnswer::of).toList(), cursor(page.before()));
    }

    /** Written while it is read, so that its length does not matter. */
    @GetMapping("/api/v1/audit/export")
    void export(
            @ParameterObject Filter filter,
            @RequestParam(defaultValue = "jsonl") String form,
            Agent agent,
            HttpServletResponse answer)
            throws IOException {
        var wanted = download.begin(agent, filter, form);
        answer.setContentType(wanted.mediaType());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName() + "\"");
        answer.setCharacterEncoding("UTF-8");
        download.write(agent, filter, wanted, answer.getWriter());
    }

    @GetMapping("/api/v1/audit/{entry}")
    EntryAnswer one(@PathVariable UUID entry, Agent agent) {
        return trail.byId(agent, entry).map(EntryAnswer::of).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static @Nullable String cursor(@Nullable Long before) {
        return before == null ? null : before.toString();
    }
}
