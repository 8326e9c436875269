package latchkey.sync;

import java.util.List;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.DirectoryId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the sync of each directory stands, and the switches, for programs. */
@RestController
class StandingEndpoint {

    private final StandingReport report;
    private final Switches switches;

    StandingEndpoint(StandingReport report, Switches switches) {
        this.report = report;
        this.switches = switches;
    }

    @GetMapping("/api/v1/sync/directories")
    @Requires(Permission.VIEW_SYNC)
    SyncedDirectories all() {
        return new SyncedDirectories(report.all().stream()
                .map(standing -> new SyncedDirectory(standing.directory().value(), standing.word(), standing.live()))
                .toList());
    }

    @GetMapping("/api/v1/sync/directories/{directory}")
    @Requires(Permission.VIEW_SYNC)
    StandingReport.Report one(@PathVariable DirectoryId directory) {
        return report.of(directory);
    }

    @PostMapping("/api/v1/sync/directories/{directory}/live")
    @Requires(Permission.OPERATE_SYNC)
    StandingReport.Report goLive(@PathVariable DirectoryId directory, @RequestBody GoingLive request, Agent agent) {
        switches.goLive(agent, directory, request.sure());
        return report.of(directory);
    }

    @PostMapping("/api/v1/sync/directories/{directory}/watching")
    @Requires(Permission.OPERATE_SYNC)
    StandingReport.Report watch(@PathVariable DirectoryId directory, Agent agent) {
        switches.watch(agent, directory);
        return report.of(directory);
    }

    @PostMapping("/api/v1/sync/directories/{directory}/pauses")
    @Requires(Permission.OPERATE_SYNC)
    StandingReport.Report pause(@PathVariable DirectoryId directory, Agent agent) {
        switches.pause(agent, directory);
        return report.of(directory);
    }

    @PostMapping("/api/v1/sync/directories/{directory}/resumptions")
    @Requires(Permission.OPERATE_SYNC)
    StandingReport.Report resume(@PathVariable DirectoryId directory, Agent agent) {
        switches.resume(agent, directory);
        return report.of(directory);
    }

    /** The directories with contacts. */
    record SyncedDirectories(List<SyncedDirectory> items) {}

    /**
     * One of them.
     *
     * @param word watching, live, paused or broken
     */
    record SyncedDirectory(String directory, String word, boolean live) {}

    /**
     * Beginning to write.
     *
     * @param sure that nobody else writes, for when the directory's log cannot tell
     */
    record GoingLive(boolean sure) {}
}
