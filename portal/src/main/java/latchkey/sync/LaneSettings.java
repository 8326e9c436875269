package latchkey.sync;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What counts as bulk work, behind which no single change has to wait.
 *
 * @param bulkAbove changes a minute by one initiator above which further ones are bulk
 */
@Validated
@ConfigurationProperties("latchkey.sync.lanes")
record LaneSettings(@DefaultValue("30") @Min(1) int bulkAbove) {}
