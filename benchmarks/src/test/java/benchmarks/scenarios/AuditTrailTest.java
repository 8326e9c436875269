package benchmarks.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import benchmarks.Products;
import benchmarks.ground.Ground;
import benchmarks.ground.SandboxControl;
import benchmarks.ground.Web;
import benchmarks.measure.Row;
import benchmarks.probe.Probe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The rows about the trail at smoke size: that every program of the probe fits the portal's classes, and that theirs measure
 * something. Whether a goal is met is for a machine to say that does nothing else.
 */
class AuditTrailTest {

    @Test
    void entriesAndActionsAreMeasuredBesideTheirReference() {
        var target = Path.of("target").toAbsolutePath();
        var products = Products.unpacked(target);
        var folder = Ground.emptied(target.resolve("audit-bench"));
        try (var ground = new Ground(folder, products);
                var web = new Web()) {
            ground.startSandbox("--sandbox.customers=60");
            var place = new Alone.Place(
                    ground, new SandboxControl(web, ground.sandboxUrl()), Probe.compiled(folder, products));

            var rows = new AuditTrail(64, 2, 1).run(place);

            assertThat(rows).hasSize(2);
            assertThat(rows)
                    .extracting(Row::ratio)
                    .allSatisfy(ratio -> assertThat(ratio).isPositive());
            assertThat(rows.getLast().measured()).endsWith(" ms");
            assertThat(Double.parseDouble(
                            rows.getLast().reference().replace(" ms", "").replace(",", "")))
                    .as("an action makes at least two calls of 40 ms")
                    .isGreaterThan(80);
        }
    }
}
