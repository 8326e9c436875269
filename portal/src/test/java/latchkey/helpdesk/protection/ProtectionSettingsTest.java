package latchkey.helpdesk.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import latchkey.helpdesk.protection.ProtectionSettings.Colleagues;
import latchkey.helpdesk.protection.ProtectionSettings.OwnAccount;
import latchkey.helpdesk.protection.ProtectionSettings.Vip;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

/** Who is protected, in the settings. */
class ProtectionSettingsTest {

    private static final String ID = "contoso/d0000000-0000-4000-8000-000000000001";

    @Test
    void rolesAndOwnAccountsAreRefusedAndOthersNeedASecondPerson() {
        assertThat(Bound.settings(ProtectionSettings.class, Map.of()))
                .isEqualTo(new ProtectionSettings(
                        Treatment.REFUSE,
                        new OwnAccount(Treatment.REFUSE, null),
                        new Vip(Treatment.APPROVAL, Map.of(), Set.of()),
                        new Colleagues(Treatment.APPROVAL, Set.of())));
    }

    @Test
    void everyKeyIsRead() {
        var settings = Bound.settings(
                ProtectionSettings.class,
                Map.of(
                        "latchkey.protection.directory-roles", "approval",
                        "latchkey.protection.own-account.treatment", "approval",
                        "latchkey.protection.own-account.attribute", "EmployeeId",
                        "latchkey.protection.vip.treatment", "refuse",
                        "latchkey.protection.vip.where.Tier", "gold,platinum",
                        "latchkey.protection.vip.customers", ID,
                        "latchkey.protection.colleagues.treatment", "refuse",
                        "latchkey.protection.colleagues.domains", "Contoso.example"));

        assertThat(settings)
                .isEqualTo(new ProtectionSettings(
                        Treatment.APPROVAL,
                        new OwnAccount(Treatment.APPROVAL, "EmployeeId"),
                        new Vip(Treatment.REFUSE, Map.of("Tier", Set.of("gold", "platinum")), Set.of(ID)),
                        new Colleagues(Treatment.REFUSE, Set.of("contoso.example"))));
    }

    @Test
    void aCustomerWhoCannotBeReadIsTold() {
        assertThatThrownBy(() -> Bound.settings(
                        ProtectionSettings.class, Map.of("latchkey.protection.vip.customers", "contoso:7")))
                .hasStackTraceContaining("the customer 'contoso:7' cannot be read; write directory/object id");
    }
}
