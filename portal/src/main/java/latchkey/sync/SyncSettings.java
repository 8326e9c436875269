package latchkey.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the contact sync behaves.
 *
 * @param enabled whether this node works on contacts; it takes webhooks in either way
 * @param workers how many contacts are pushed at the same time by one node
 * @param replicationWindow how long the directory's reads may lag behind its writes (facts §11)
 * @param longestUpstream how long after we stopped waiting the directory may still carry out a write
 * @param lease how long a worker may keep a contact before another takes it over
 * @param attempts how often a contact is tried before it is parked; throttled attempts do not count
 * @param firstWait before the second attempt, doubled before each further one and shortened at random
 * @param longestWait between two attempts
 * @param mailEvery the shortest time between two mails about parked contacts
 * @param look how often the queue is looked at for work that other nodes left
 */
@ConfigurationProperties("latchkey.sync")
record SyncSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("16") @Min(1) @Max(256) int workers,
        @DefaultValue("5m") Duration replicationWindow,
        @DefaultValue("2m") Duration longestUpstream,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("10") @Min(1) @Max(100) int attempts,
        @DefaultValue("1s") Duration firstWait,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("1m") Duration mailEvery,
        @DefaultValue("500ms") Duration look) {}
