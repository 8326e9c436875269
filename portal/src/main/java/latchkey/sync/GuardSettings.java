package latchkey.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the sync holds until a person looks at it.
 *
 * @param keyFile the key under which it remembers what it wrote and replaced
 * @param sharedAddresses whether two customers may have the same address
 * @param freshEdit how long after a value was replaced the web portal may not put it back
 * @param flipFlop how often one contact may go there and back
 * @param many how many contacts may change at once
 */
@Validated
@ConfigurationProperties("latchkey.sync.guards")
record GuardSettings(
        @DefaultValue("latchkey-data/keys/sync.key") Path keyFile,
        @DefaultValue("false") boolean sharedAddresses,
        @DefaultValue("24h") Duration freshEdit,
        @DefaultValue @Valid FlipFlop flipFlop,
        @DefaultValue @Valid Many many) {

    /**
     * How often one contact may go there and back.
     *
     * @param returns how often a value that had been replaced may come back
     * @param within how long
     */
    record FlipFlop(
            @DefaultValue("3") @Min(1) @Max(15) int returns,
            @DefaultValue("1h") Duration within) {}

    /**
     * How many contacts may change within a while; further ones are held.
     *
     * @param within the while
     * @param addresses contacts whose address is replaced or cleared
     * @param percent the same, of the linked contacts
     * @param atLeast contacts below which no percentage counts
     * @param sameAddress contacts that get one address
     * @param clearedNames contacts whose name is cleared
     * @param domainMoves contacts that move from one mail domain to one other
     */
    record Many(
            @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(hours = 24)
            Duration within,

            @DefaultValue("200") @Min(1) int addresses,
            @DefaultValue("5") @Min(1) @Max(100) int percent,
            @DefaultValue("20") @Min(1) int atLeast,
            @DefaultValue("3") @Min(1) int sameAddress,
            @DefaultValue("10") @Min(1) int clearedNames,
            @DefaultValue("25") @Min(1) int domainMoves) {}
}
