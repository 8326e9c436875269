package latchkey.sync;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Held contacts for programs. */
@RestController
class HeldEndpoint {

    private static final int LISTED = 1_000;

    private final HeldRows rows;
    private final Preview preview;
    private final Standings standings;
    private final Decide decide;

    HeldEndpoint(HeldRows rows, Preview preview, Standings standings, Decide decide) {
        this.rows = rows;
        this.preview = preview;
        this.standings = standings;
        this.decide = decide;
    }

    @GetMapping("/api/v1/sync/held-contacts")
    @Requires(Permission.VIEW_SYNC)
    HeldContacts held() {
        return new HeldContacts(rows.held(LISTED));
    }

    @GetMapping("/api/v1/sync/directories/{directory}/contacts/{contact}/preview")
    @Requires(Permission.VIEW_SYNC)
    Preview.Shown preview(@PathVariable DirectoryId directory, @PathVariable UUID contact) {
        if (!standings.knows(directory)) {
            throw new ProblemException(Problem.DIRECTORY_NOT_FOUND);
        }
        return preview.of(directory, contact);
    }

    @PostMapping("/api/v1/sync/held-contacts/releases")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Decided release(@RequestBody Decision decision, Agent agent) {
        return new Decided(decide.release(agent, decision.which()));
    }

    @PostMapping("/api/v1/sync/held-contacts/rejections")
    @Requires(Permission.OPERATE_SYNC)
    Decided reject(@RequestBody Decision decision, Agent agent) {
        return new Decided(decide.reject(agent, decision.which()));
    }

    /** Contacts that guards hold, at most a thousand, the newest first. */
    record HeldContacts(List<HeldRow> items) {}

    /** Whom it is about. */
    record Decision(@Nullable List<@Nullable Contact> contacts) {

        List<Decide.Which> which() {
            if (contacts == null) {
                throw unreadable();
            }
            return contacts.stream().map(Decision::which).toList();
        }

        private static Decide.Which which(@Nullable Contact named) {
            if (named == null || named.directory() == null || named.contact() == null) {
                throw unreadable();
            }
            try {
                return new Decide.Which(new DirectoryId(named.directory()), named.contact());
            } catch (IllegalArgumentException noDirectory) {
                throw unreadable();
            }
        }

        private static ProblemException unreadable() {
            return new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "contacts"));
        }
    }

    /** A contact of a directory. */
    record Contact(@Nullable String directory, @Nullable UUID contact) {}

    /** How many of them were still held. */
    record Decided(int contacts) {}
}
