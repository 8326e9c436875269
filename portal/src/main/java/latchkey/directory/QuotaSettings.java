package latchkey.directory;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Graph grants one app registration in one tenant, as published for tenants of more than 500 users (facts §12);
 * less leaves room for other programs that use the same registration.
 *
 * @param resourceUnits per 10 seconds; 5,000 for a tenant of 50 to 500 users, 3,500 below
 * @param writes per 2 minutes 30 seconds
 * @param tenantWrites per 5 minutes, of all apps in the tenant together
 * @param reports calls for methods and logs per 10 seconds
 */
@Validated
@ConfigurationProperties("latchkey.quota")
public record QuotaSettings(
        @Min(100) @DefaultValue("8000") long resourceUnits,
        @Min(10) @DefaultValue("3000") long writes,
        @Min(10) @DefaultValue("18000") long tenantWrites,
        @Min(1) @DefaultValue("5") long reports) {

    /** The published numbers. */
    public static QuotaSettings published() {
        return new QuotaSettings(8_000, 3_000, 18_000, 5);
    }
}
