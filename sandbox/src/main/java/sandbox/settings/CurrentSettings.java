package sandbox.settings;

import java.util.Set;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings in force. */
@Component
public class CurrentSettings implements Restorable {

    /** Longest lag that the kept versions of users can show. */
    public static final long LONGEST_REPLICATION_DELAY_MILLIS = 600_000;

    private static final long LONGEST_LATENCY_MILLIS = 600_000;

    private final JsonMapper json;
    private final Settings atStart;
    private volatile Settings now;

    CurrentSettings(StartUp startUp, JsonMapper json) {
        this.json = json;
        atStart = startUp.settings();
        now = atStart;
    }

    public Settings now() {
        return now;
    }

    /**
     * Changes the settings that are named and keeps the others.
     *
     * @throws IllegalArgumentException saying which setting is unknown or has a wrong value
     */
    public synchronized Settings change(ObjectNode changes) {
        ObjectNode merged = json.valueToTree(now);
        changes.properties().forEach(change -> {
            demandKnown(change.getKey(), merged);
            merge(merged, change.getKey(), change.getValue());
        });
        now = demandSensible(read(merged));
        return now;
    }

    @Override
    public Runnable remember() {
        var then = now;
        return () -> now = then;
    }

    @Override
    public void reset() {
        now = atStart;
    }

    /** A group of settings may be given in part. */
    private static void merge(ObjectNode merged, String name, JsonNode value) {
        if (merged.get(name) instanceof ObjectNode group && value instanceof ObjectNode part) {
            part.propertyNames().forEach(inside -> demandKnown(inside, group));
            group.setAll(part);
        } else {
            merged.set(name, value);
        }
    }

    private Settings read(ObjectNode merged) {
        try {
            return json.treeToValue(merged, Settings.class);
        } catch (tools.jackson.core.JacksonException wrong) {
            throw new IllegalArgumentException(
                    "A setting has a value of the wrong kind: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private static void demandKnown(String name, ObjectNode known) {
        if (!known.has(name)) {
            var names = Set.copyOf(known.propertyNames());
            throw new IllegalArgumentException("No setting is called '" + name + "'; there are " + names);
        }
    }

    private static void demandWords(Settings wanted) {
        if (wanted.webhook() == null || wanted.dataverse() == null) {
            throw new IllegalArgumentException("webhook and dataverse are groups of settings and cannot be null");
        }
        if (wanted.webhookUrl() == null || wanted.webhookKeyHeader() == null || wanted.webhookKey() == null) {
            throw new IllegalArgumentException("The webhook's address, header and key cannot be null");
        }
        if (!wanted.webhookUrl().matches("https?://[\\w.:-]+(/[\\w./~%-]*)?")) {
            throw new IllegalArgumentException("webhookUrl must be an http address without a query");
        }
    }

    private static Settings demandSensible(Settings wanted) {
        demandWords(wanted);
        wanted.webhook().demandSensible();
        wanted.dataverse().demandSensible();
        if (Math.min(wanted.graphLatencyMillis(), wanted.dataverseLatencyMillis()) < 0
                || Math.min(wanted.replicationDelayMillis(), wanted.webhookRetryDelayMillis()) < 0) {
            throw new IllegalArgumentException("A time cannot be negative");
        }
        if (Math.max(wanted.graphLatencyMillis(), wanted.dataverseLatencyMillis()) > LONGEST_LATENCY_MILLIS) {
            throw new IllegalArgumentException("A latency can be at most " + LONGEST_LATENCY_MILLIS);
        }
        if (wanted.replicationDelayMillis() > LONGEST_REPLICATION_DELAY_MILLIS) {
            throw new IllegalArgumentException(
                    "replicationDelayMillis can be at most " + LONGEST_REPLICATION_DELAY_MILLIS);
        }
        return wanted;
    }
}
