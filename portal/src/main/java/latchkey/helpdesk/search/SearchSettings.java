package latchkey.helpdesk.search;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the search box reads what is typed.
 *
 * @param region country of phone numbers typed without a country code, such as {@code DE}; null to read only
 *     international numbers
 * @param customerNumber what a customer number looks like; what matches whole is taken for nothing else. Null when it
 *     has no shape of its own
 * @param brandAttribute short name of the custom attribute that results show as the brand
 * @param anotherDesk whom agents ask who see only some customers and found nobody, in words
 */
@ConfigurationProperties("latchkey.search")
record SearchSettings(
        @Nullable String region,
        @Nullable Pattern customerNumber,
        @DefaultValue("Brand") @NotBlank String brandAttribute,
        @Nullable String anotherDesk) {

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    SearchSettings {
        if (region != null && !REGIONS.contains(region)) {
            throw new IllegalArgumentException("region is a country in two capital letters, such as DE, not " + region);
        }
    }
}
