package latchkey.helpdesk.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How callers are verified.
 *
 * @param keyFile where the key lies that codes are hashed under; made at the first start
 * @param codeFor how long a code counts
 * @param tries how often a code may be wrong, the last time included
 * @param provenFor how long a proof counts
 * @param codesPerHour how many codes one customer gets in an hour, whoever asks
 * @param codesPerDay how many codes one customer gets in a day, whoever asks
 * @param newAddressWaits how long an address or a number must be on file before a code or a reset link goes to it
 * @param region the country of phone numbers that are on file without a country code; null when only international
 *     ones count
 */
@Validated
@ConfigurationProperties("latchkey.verification")
record VerificationSettings(
        @DefaultValue("latchkey-data/keys/verification.key") Path keyFile,
        @DefaultValue("10m") Duration codeFor,
        @Min(1) @Max(5) @DefaultValue("3") int tries,
        @DefaultValue("15m") Duration provenFor,
        @Min(1) @DefaultValue("5") int codesPerHour,
        @Min(1) @DefaultValue("10") int codesPerDay,
        @DefaultValue("72h") Duration newAddressWaits,
        @Nullable String region) {}
