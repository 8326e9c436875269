package latchkey.sync;

import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sync for programs: its status, what is parked, and replays. */
@RestController
class SyncEndpoint {

    private static final int LISTED = 1_000;

    private final SyncOverview overview;
    private final ParkedRows rows;
    private final Replay replay;

    SyncEndpoint(SyncOverview overview, ParkedRows rows, Replay replay) {
        this.overview = overview;
        this.rows = rows;
        this.replay = replay;
    }

    @GetMapping("/api/v1/sync")
    @Requires(Permission.VIEW_SYNC)
    SyncStatus status() {
        return overview.now();
    }

    @GetMapping("/api/v1/sync/parked-contacts")
    @Requires(Permission.VIEW_SYNC)
    ParkedContacts parked() {
        return new ParkedContacts(rows.parked(LISTED));
    }

    @PostMapping("/api/v1/sync/directories/{directory}/contacts/{contact}/replays")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(Agent agent, @PathVariable DirectoryId directory, @PathVariable UUID contact) {
        replay.one(agent, directory, contact);
    }

    @PostMapping("/api/v1/sync/replays")
    @Requires(Permission.OPERATE_SYNC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replayAll(Agent agent) {
        return new Replayed(replay.all(agent));
    }

    /** Contacts that wait for a person, at most a thousand, the newest first. */
    record ParkedContacts(List<ParkedRow> items) {}

    /** How many contacts try again. */
    record Replayed(int contacts) {}
}
