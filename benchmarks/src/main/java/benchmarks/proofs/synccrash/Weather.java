package benchmarks.proofs.synccrash;

import benchmarks.ground.SandboxControl;
import java.util.Random;

/**
 * What else goes wrong in a round, so that a death does not meet a directory on its best day.
 *
 * @param latencyMillis of each answer of Graph
 * @param replicationMillis how long its reads lag behind its writes
 * @param trouble how likely each kind of trouble is for one request
 */
record Weather(int latencyMillis, int replicationMillis, double trouble) {

    static Weather of(Random random) {
        return new Weather(
                random.nextInt(60),
                random.nextBoolean() ? 0 : random.nextInt(2_000),
                random.nextBoolean() ? 0 : random.nextDouble() * 0.05);
    }

    void begin(SandboxControl control) {
        control.set("{\"graphLatencyMillis\":%d,\"replicationDelayMillis\":%d}"
                .formatted(latencyMillis, replicationMillis));
        if (trouble > 0) {
            control.fault(fault("graph", "PATCH", "\"action\":\"lost\""));
            control.fault(fault("graph", "PATCH", "\"action\":\"late\",\"delayMillis\":1000"));
            control.fault(fault("graph", "PATCH", "\"action\":\"status\",\"status\":503"));
            control.fault(fault("graph", "GET", "\"action\":\"status\",\"status\":503"));
            control.fault(fault("dataverse", "GET", "\"action\":\"down\""));
        }
    }

    static void end(SandboxControl control) {
        control.clearFaults();
        control.set("{\"graphLatencyMillis\":0}");
    }

    private String fault(String kind, String method, String action) {
        return "{\"kind\":\"%s\",\"method\":\"%s\",\"chance\":%.4f,%s}".formatted(kind, method, trouble, action);
    }
}
