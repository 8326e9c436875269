package sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import sandbox.clock.SandboxClock;
import sandbox.faults.Fault;
import sandbox.faults.Faults;
import sandbox.journal.Journal;
import sandbox.journal.JournalEntry;
import sandbox.journal.Kind;
import sandbox.people.History;
import sandbox.settings.CurrentSettings;
import sandbox.state.Snapshots;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What tests, benchmarks and the console ask of the sandbox itself; no one has to sign in. */
@RestController
@RequestMapping("/sandbox/api")
class ControlApi {

    private static final Duration FARTHEST = Duration.ofDays(3_650);

    private final Journal journal;
    private final History history;
    private final Faults faults;
    private final CurrentSettings settings;
    private final SandboxClock clock;
    private final Snapshots snapshots;
    private final List<SettingsAddition> additions;
    private final JsonMapper json;

    ControlApi(
            Journal journal,
            History history,
            Faults faults,
            CurrentSettings settings,
            SandboxClock clock,
            Snapshots snapshots,
            List<SettingsAddition> additions,
            JsonMapper json) {
        this.journal = journal;
        this.history = history;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
        this.snapshots = snapshots;
        this.additions = additions;
        this.json = json;
    }

    record Entries(List<JournalEntry> entries) {}

    record VersionList(List<History.Version> versions) {}

    record FaultList(List<Fault> faults) {}

    record Id(String id) {

        Id {
            if (id == null) {
                throw new IllegalArgumentException("Say which: {\"id\": \"...\"}");
            }
        }
    }

    record ClockChange(
            @Nullable Long advanceSeconds, @Nullable Boolean reset) {}

    record Time(Instant now, long aheadSeconds) {}

    @GetMapping("/journal")
    Entries journal(
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(defaultValue = "200000") int limit) {
        return new Entries(journal.entries(since, fitting(kind, method, path), Math.max(limit, 0)));
    }

    @DeleteMapping("/journal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearJournal() {
        journal.clear();
    }

    @GetMapping({"/history/users/{id}", "/history/contacts/{id}"})
    VersionList history(@PathVariable String id) {
        return new VersionList(history.of(id));
    }

    @PostMapping("/faults")
    Id addFault(@RequestBody Fault fault) {
        return new Id(faults.add(fault));
    }

    @GetMapping("/faults")
    FaultList faults() {
        return new FaultList(faults.all());
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearFaults() {
        faults.clear();
    }

    @DeleteMapping("/faults/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFault(@PathVariable String id) {
        demandFound(faults.remove(id), "No fault with this id is in force");
    }

    @GetMapping("/settings")
    ObjectNode settings() {
        ObjectNode all = json.valueToTree(settings.now());
        additions.forEach(addition -> all.setAll((ObjectNode) json.valueToTree(addition.values())));
        return all;
    }

    @PutMapping("/settings")
    ObjectNode changeSettings(@RequestBody ObjectNode changes) {
        settings.change(changes);
        return settings();
    }

    @GetMapping("/clock")
    Time time() {
        return new Time(clock.instant(), clock.ahead().toSeconds());
    }

    @PostMapping("/clock")
    Time moveClock(@RequestBody ClockChange change) {
        if (Boolean.TRUE.equals(change.reset())) {
            clock.reset();
        } else if (change.advanceSeconds() != null) {
            clock.advance(distance(change.advanceSeconds()));
        } else {
            throw new IllegalArgumentException("Say {\"advanceSeconds\": n} or {\"reset\": true}");
        }
        return time();
    }

    private Duration distance(long seconds) {
        var farthest = FARTHEST.toSeconds();
        if (Math.abs(clock.ahead().toSeconds()) > farthest || Math.clamp(seconds, -farthest, farthest) != seconds) {
            throw new IllegalArgumentException("The clock moves by at most " + FARTHEST.toDays() + " days");
        }
        return Duration.ofSeconds(seconds);
    }

    @PostMapping("/snapshot")
    Id snapshot() {
        return new Id(snapshots.take());
    }

    @PostMapping("/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@RequestBody Id snapshot) {
        demandFound(snapshots.restore(snapshot.id()), "There is no snapshot with this id");
    }

    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        snapshots.reset();
    }

    private static Predicate<JournalEntry> fitting(
            @Nullable String kind, @Nullable String method, @Nullable String path) {
        var wanted = kind == null ? null : Kind.named(kind);
        return entry -> (wanted == null || entry.kind() == wanted)
                && (method == null || entry.method().equalsIgnoreCase(method))
                && (path == null || entry.path().startsWith(path));
    }

    private static void demandFound(boolean found, String otherwise) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, otherwise);
        }
    }
}
