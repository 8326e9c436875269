package latchkey.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many sessions an agent has, and what each is bound to; how long they last stands beside it.
 *
 * @param atOnce how many an agent has at once; one more ends the oldest
 * @param boundToNetwork whether an agent signs in again when their network changes
 * @param ipv4Prefix how many leading bits of an IPv4 address are the network
 * @param ipv6Prefix how many leading bits of an IPv6 address are the network
 */
@Validated
@ConfigurationProperties("latchkey.access.sessions")
public record SessionSettings(
        @Min(1) @Max(100) @DefaultValue("2") int atOnce,
        @DefaultValue("true") boolean boundToNetwork,
        @Min(8) @Max(32) @DefaultValue("24") int ipv4Prefix,
        @Min(32) @Max(128) @DefaultValue("56") int ipv6Prefix) {}
