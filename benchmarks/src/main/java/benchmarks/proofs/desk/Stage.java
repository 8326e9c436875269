package benchmarks.proofs.desk;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A sandbox, one node of the portal with the demo's settings, and agents with a browser each. */
final class Stage implements AutoCloseable {

    private static final int CUSTOMERS = 5_000;

    private final Ground ground;
    private final Web web = new Web();
    private final SandboxControl control;
    private final List<SandboxControl.Person> people;
    private final List<Web> browsers;

    Stage(Path folder, int agents) {
        ground = new Ground(folder);
        control = new SandboxControl(web, ground.sandboxUrl());
        ground.startSandbox("--sandbox.customers=" + CUSTOMERS, "--sandbox.journal-size=1000000");
        people = control.people(CUSTOMERS, control.dataverseToken());
        ground.startPortal(List.of(), Map.of());
        browsers = IntStream.range(0, agents).mapToObj(this::signedIn).toList();
    }

    SandboxControl control() {
        return control;
    }

    /** A customer and their contact, drawn from 0 to 1. */
    SandboxControl.Person person(double drawn) {
        return people.get((int) (drawn * people.size()));
    }

    /** Opens a customer's page in an agent's browser. */
    Web.Answer open(int agent, SandboxControl.Person person) {
        return browsers.get(agent).get(page(person), null);
    }

    /** Asks for the customer's methods, as the page's button does. */
    Web.Answer askForMethods(int agent, SandboxControl.Person person) {
        return browsers.get(agent).get(page(person) + "/panels/methods", null, "HX-Request", "true");
    }

    @Override
    public void close() {
        browsers.forEach(Web::close);
        ground.close();
        web.close();
    }

    private String page(SandboxControl.Person person) {
        return ground.portalUrl() + "/directories/contoso/customers/" + person.customer();
    }

    private Web signedIn(int number) {
        var key = "agent-" + number;
        control.hire(key, "agent");
        var browser = new Web();
        browser.signIn(ground.portalUrl(), key);
        return browser;
    }
}
