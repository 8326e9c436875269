package latchkey.helpdesk.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class ApprovalSettingsTest {

    @Test
    void theDefaultsAskForNoSecondPerson() {
        assertThat(Bound.settings(ApprovalSettings.class, Map.of()))
                .isEqualTo(new ApprovalSettings(Set.of(), Duration.ofHours(1), List.of()));
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                        ApprovalSettings.class,
                        Map.of(
                                "latchkey.approval.required-for", "block-sign-in",
                                "latchkey.approval.valid-for", "10m",
                                "latchkey.approval.mail-to", "leads@example.com")))
                .isEqualTo(new ApprovalSettings(
                        Set.of("block-sign-in"), Duration.ofMinutes(10), List.of("leads@example.com")));
    }
}
