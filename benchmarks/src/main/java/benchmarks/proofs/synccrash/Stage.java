package benchmarks.proofs.synccrash;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sandbox and portal of a proof: the portal can be let die and started again, on a database that is kept. */
final class Stage implements AutoCloseable {

    /**
     * The engine as it ships, its two windows shortened, because each round has to wait for them. Guards that hold what
     * many contacts do at once would hold most of a proof's edits: they have limits beyond it.
     */
    private static final String SETTINGS = """
        replication-window: 6s
        longest-upstream: 5s
        lease: 1m
        first-wait: 200ms
        longest-wait: 1s
        mail-every: 0s
        look: 200ms
        breaker.probe-every: 1s
        guards.flip-flop.within: 1s
        guards.many.addresses: 1000000
        guards.many.at-least: 1000000
        guards.many.domain-moves: 1000000
        """;

    /** Compiling well costs more than a life of some seconds gives back; what a round does not use is not made. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-Dspring.main.lazy-initialization=true");

    private final Set<String> edited = new HashSet<>();

    private final Ground ground;
    private final Web web = new Web();
    private final SandboxControl control;
    private final Path settings;
    private final Path trigger;
    private final List<SandboxControl.Person> people;

    Stage(Path folder, Path products) {
        var fresh = Ground.emptied(folder);
        ground = new Ground(fresh, products);
        control = new SandboxControl(web, ground.sandboxUrl());
        settings = write(fresh.resolve("settings.yaml"), Ground.demoSettings(SETTINGS));
        trigger = fresh.resolve("die");
        ground.startSandbox();
        var withStories = control.contactsWithStories();
        people = control.people(5_000, control.dataverseToken()).stream()
                .filter(person -> person.customer().length() == 36 && !withStories.contains(person.contact()))
                .toList();
    }

    SandboxControl control() {
        return control;
    }

    /** So many contacts that no other recent round has edited. */
    List<SandboxControl.Person> people(int round, int count) {
        var first = Math.floorMod(round * count, people.size() - count);
        return people.subList(first, first + count);
    }

    Duration startPortal(Death death) {
        var flags = new java.util.ArrayList<>(SHORT_LIVED);
        flags.addAll(death.flags(trigger));
        return ground.startPortal(settings, flags, Map.of());
    }

    boolean portalLives() {
        return ground.portal().isAlive();
    }

    void letDie() {
        write(trigger, "");
    }

    void letLive() {
        try {
            Files.deleteIfExists(trigger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        ground.portal().kill();
    }

    /** The postmaster and every process of its own, all at once. */
    void killDatabase() {
        postmaster().ifPresent(server -> {
            var workers = server.children().toList();
            server.destroyForcibly();
            workers.forEach(ProcessHandle::destroyForcibly);
            await(Duration.ofSeconds(10), () -> !server.isAlive());
        });
    }

    /**
     * Waits until every webhook was sent and the portal says that nothing is left to do; what it gave up is tried
     * again on an administrator's word.
     */
    boolean comesToRest(Duration limit, BooleanSupplier allTold) {
        return await(limit, allTold) && await(limit, this::isAtRest);
    }

    private boolean isAtRest() {
        var token = control.employeeToken("jo");
        var status = control.read(
                web.get(ground.portalUrl() + "/api/v1/sync", token).expect(200).body());
        if (status.get("parked").asInt() > 0) {
            web.postJson(ground.portalUrl() + "/api/v1/sync/replays", token, "").expect(202);
            return false;
        }
        return status.get("waiting").asInt()
                        + status.get("running").asInt()
                        + status.get("verifying").asInt()
                == 0;
    }

    /** Waits, at most so long, and says whether it came true. */
    static boolean await(Duration limit, BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return true;
    }

    /** The customers of all contacts that were edited so far: what a dead portal missed may come to its successor rounds later. */
    Set<String> edited() {
        return edited;
    }

    @Override
    public void close() {
        ground.close();
        killDatabase();
        web.close();
    }

    private java.util.Optional<ProcessHandle> postmaster() {
        var file = ground.folder().resolve("postgres/data/postmaster.pid");
        return Files.exists(file)
                ? read(file)
                        .lines()
                        .findFirst()
                        .map(String::strip)
                        .map(Long::parseLong)
                        .flatMap(ProcessHandle::of)
                        .filter(Stage::isPostgres)
                : java.util.Optional.empty();
    }

    /** The file may be old, and its number somebody else's by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
