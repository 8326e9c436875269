package latchkey.helpdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How the search box stands in the settings. */
class SearchSettingsTest {

    @Test
    void whatIsNotSaidLeavesOnlyInternationalNumbersAndShapelessCustomerNumbers() {
        var settings = bound(Map.of());

        assertThat(settings.region()).isNull();
        assertThat(settings.customerNumber()).isNull();
        assertThat(settings.brandAttribute()).isEqualTo("Brand");
    }

    @Test
    void everyKeyIsRead() {
        var settings = bound(Map.of(
                "latchkey.search.region", "DE",
                "latchkey.search.customer-number", "C-\\d{6}",
                "latchkey.search.brand-attribute", "House"));

        assertThat(settings.region()).isEqualTo("DE");
        assertThat(settings.customerNumber()).hasToString("C-\\d{6}");
        assertThat(settings.brandAttribute()).isEqualTo("House");
    }

    @Test
    void aRegionIsACountry() {
        assertThatThrownBy(() -> bound(Map.of("latchkey.search.region", "Europe")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static SearchSettings bound(Map<String, String> file) {
        return new Binder(List.of(new MapConfigurationPropertySource(file)))
                .bindOrCreate("latchkey.search", SearchSettings.class);
    }
}
