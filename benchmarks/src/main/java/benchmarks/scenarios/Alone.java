package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.measure.Row;
import benchmarks.probe.Probe;
import java.util.List;

/** Something measured against a sandbox without a portal, by a program that calls the portal's classes. */
interface Alone {

    /** The name it is asked for by. */
    String name();

    /** How many customers the sandbox shall have. */
    int customers();

    List<Row> run(Place place);

    /**
     * Where it is measured.
     *
     * @param ground has the sandbox running
     */
    record Place(Ground ground, SandboxControl control, Probe probe) {

        String syncToken() {
            return control.graphToken("a0000000-0000-4000-8000-000000000002", "sandbox-sync-secret");
        }
    }
}
