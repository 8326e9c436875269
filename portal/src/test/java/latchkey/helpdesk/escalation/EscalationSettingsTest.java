package latchkey.helpdesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class EscalationSettingsTest {

    @Test
    void byDefaultTheAdministratorIsTold() {
        assertThat(Bound.settings(EscalationSettings.class, Map.of()).mailTo()).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        assertThat(Bound.settings(
                                EscalationSettings.class,
                                Map.of("latchkey.escalations.mail-to", "lead@contoso.example,other@contoso.example"))
                        .mailTo())
                .containsExactly("lead@contoso.example", "other@contoso.example");
    }
}
