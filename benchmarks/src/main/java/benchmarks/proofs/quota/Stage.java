package benchmarks.proofs.quota;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A sandbox that enforces Graph's budgets, and two nodes of the portal on one database. */
final class Stage implements AutoCloseable {

    private static final int AGENTS_CUSTOMERS = 500;

    private final Ground ground;
    private final Web web = new Web();
    private final SandboxControl control;
    private final List<SandboxControl.Person> people;

    Stage(Path folder, int changes) {
        ground = new Ground(Ground.emptied(folder));
        control = new SandboxControl(web, ground.sandboxUrl());
        ground.startSandbox("--sandbox.customers=" + (changes + AGENTS_CUSTOMERS), "--sandbox.journal-size=1000000");
        people = control.people(changes, control.dataverseToken());
    }

    SandboxControl control() {
        return control;
    }

    Web web() {
        return web;
    }

    List<SandboxControl.Person> people() {
        return people;
    }

    List<String> nodes() {
        return List.of(ground.portalUrl(), ground.peerUrl());
    }

    /** A node that takes webhooks and works on none. */
    void startTaking() {
        ground.startPortal(settings("taking", "enabled: false"), List.of(), Map.of());
    }

    /** Both nodes as an installation has them. */
    void startWorking() {
        ground.portal().close();
        var settings = settings("working", "enabled: true");
        ground.startPortal(settings, List.of(), Map.of());
        ground.startPeer(settings, List.of());
    }

    @Override
    public void close() {
        ground.close();
        web.close();
    }

    private Path settings(String name, String sync) {
        try {
            return Files.writeString(ground.folder().resolve(name + ".yaml"), Ground.demoSettings(sync));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
