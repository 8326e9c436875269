package latchkey.oversight;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.audit.TrailExport;
import org.springframework.stereotype.Component;

/** The trail as a file to take away; nothing in it is readable about a customer but what is readable in the database. */
@Component
class Download {

    private final SeenTrail seen;
    private final TrailExport export;
    private final Trail trail;

    Download(SeenTrail seen, TrailExport export, Trail trail) {
        this.seen = seen;
        this.export = export;
        this.trail = trail;
    }

    /** The forms there are. */
    enum Form {
        /** To be checked with the public key; the whole trail or a stretch of it. */
        JSONL("application/x-ndjson"),
        /** To be read in a spreadsheet; whatever the filter leaves. */
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String fileName() {
            return "audit-trail." + key();
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Decides, and writes the entry about it.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST}, or {@code WHOLE_TRAIL_ONLY} for who sees only some customers: a chain
     *     from which entries are missing cannot be checked
     */
    Form begin(Agent agent, Filter filter, String form) {
        filter.question();
        var wanted = form(form);
        if (wanted == Form.JSONL && !agent.seesEveryone()) {
            throw new ProblemException(Problem.WHOLE_TRAIL_ONLY);
        }
        var facts = new HashMap<>(filter.facts());
        facts.put("form", wanted.key());
        trail.note(new Announcement(agent.actor(), "export-trail", null, null, null, null, facts, Map.of()), null);
        return wanted;
    }

    void write(Agent agent, Filter filter, Form form, Writer out) throws IOException {
        switch (form) {
            case JSONL -> export.write(filter.begin(), filter.end(), out);
            case CSV -> writeTable(agent, filter, out);
        }
    }

    private void writeTable(Agent agent, Filter filter, Writer out) throws IOException {
        var table = new Table(out);
        var page = seen.read(agent, filter.question());
        page.entries().forEach(table::add);
        for (var next = page.before(); next != null; next = page.before()) {
            page = seen.read(agent, filter.from(next).question());
            page.entries().forEach(table::add);
        }
        table.end();
    }

    private static Form form(String name) {
        for (var form : Form.values()) {
            if (form.key().equals(name)) {
                return form;
            }
        }
        throw new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "form"));
    }
}
