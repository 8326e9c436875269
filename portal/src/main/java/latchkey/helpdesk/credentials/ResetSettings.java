package latchkey.helpdesk.credentials;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are reset, per directory.
 *
 * @param directories by their short name
 */
@Validated
@ConfigurationProperties("latchkey")
record ResetSettings(@DefaultValue Map<String, @Valid OfDirectory> directories) {

    private static final OfDirectory SHIPPED =
            new OfDirectory(new Reset(Way.LINK, null, false, Duration.ofMinutes(30), 5, 8, 64));

    /** How it is done for this customer; the defaults where their directory says nothing of it. */
    Reset of(CustomerId customer) {
        return directories.getOrDefault(customer.directory().value(), SHIPPED).reset();
    }

    /** The part of a directory's settings that is about passwords. */
    record OfDirectory(@DefaultValue @Valid Reset reset) {}

    /**
     * How passwords are reset in one directory.
     *
     * @param way by a link to our own page, or by the brand's own self-service page
     * @param selfServiceUrl where that page is; needed for that way
     * @param showGeneratedPassword whether an agent with the permission may be shown a generated password once
     * @param linkFor how long a link works
     * @param linksPerHour how many links one customer gets in an hour, whoever asks
     * @param shortest fewest characters of a password
     * @param longest most characters of a password
     */
    record Reset(
            @DefaultValue("link") Way way,
            @Nullable URI selfServiceUrl,
            @DefaultValue("false") boolean showGeneratedPassword,
            @DefaultValue("30m") Duration linkFor,
            @Min(1) @DefaultValue("5") int linksPerHour,
            @Min(8) @DefaultValue("8") int shortest,
            @Max(256) @DefaultValue("64") int longest) {

        @AssertTrue(message = "the way self-service needs self-service-url")
        boolean isSelfServiceUrlThere() {
            return way == Way.LINK || selfServiceUrl != null;
        }
    }

    /** The ways to let customers choose a password. */
    enum Way {
        LINK,
        SELF_SERVICE
    }
}
