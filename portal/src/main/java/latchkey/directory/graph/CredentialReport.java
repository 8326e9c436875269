package latchkey.directory.graph;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import latchkey.directory.DirectoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which credential of an app registration is refused: once in the log, and as a metric while it lasts. */
final class CredentialReport {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialReport.class);

    private final DirectoryId directory;
    private final Lane lane;
    private final MeterRegistry meters;
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    CredentialReport(DirectoryId directory, Lane lane, MeterRegistry meters) {
        this.directory = directory;
        this.lane = lane;
        this.meters = meters;
    }

    void refused(String credential, String code) {
        if (state(credential).getAndSet(1) == 0) {
            LOG.warn(
                    "Directory {}: {} of the app registration ({}) is refused, {}; replace it",
                    directory,
                    credential,
                    lane.tag(),
                    code);
        }
    }

    void accepted(String credential) {
        if (state(credential).getAndSet(0) == 1) {
            LOG.info("Directory {}: {} of the app registration ({}) works again", directory, credential, lane.tag());
        }
    }

    private AtomicInteger state(String credential) {
        return refused.computeIfAbsent(credential, this::registered);
    }

    private AtomicInteger registered(String credential) {
        var state = new AtomicInteger();
        Gauge.builder("latchkey.directory.credential.refused", state, AtomicInteger::get)
                .description("1 while the token endpoint refuses this credential")
                .tags("directory", directory.value(), "lane", lane.tag(), "credential", credential)
                .register(meters);
        return state;
    }
}
