package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import latchkey.access.AccessSettings.Role;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

/** Roles and populations in the settings. */
class AccessSettingsTest {

    @Test
    void shippedRolesShowEveryoneInSoManyWords() {
        var settings = Bound.settings(AccessSettings.class, Map.of());

        assertThat(settings.roles().values()).extracting(Role::populations).containsOnly(Set.of("everyone"));
        assertThat(settings.populations()).isEmpty();
        assertThat(settings.idleMinutes()).isEqualTo(15);
        assertThat(settings.absoluteHours()).isEqualTo(8);
        assertThat(settings.noRoleContact()).isNull();
    }

    @Test
    void everyKeyIsRead() {
        var settings = Bound.settings(
                AccessSettings.class,
                Map.of(
                        "latchkey.access.roles.north-desk.claims", "desk-7",
                        "latchkey.access.roles.north-desk.permissions", "view-customer,search-customers",
                        "latchkey.access.roles.north-desk.populations", "north",
                        "latchkey.access.populations.north.claims", "north-people",
                        "latchkey.access.populations.north.directories", "contoso",
                        "latchkey.access.populations.north.where.Brand", "Contoso,Fabrikam",
                        "latchkey.access.populations.north.where.country", "DE",
                        "latchkey.access.idle-minutes", "5",
                        "latchkey.access.absolute-hours", "4",
                        "latchkey.access.no-role-contact", "ask Sam"));

        assertThat(settings.roles().get("north-desk"))
                .isEqualTo(new Role(
                        Set.of("desk-7"),
                        Set.of(Permission.VIEW_CUSTOMER, Permission.SEARCH_CUSTOMERS),
                        Set.of("north")));
        assertThat(settings.populations().get("north"))
                .isEqualTo(new PopulationRule(
                        Set.of("north-people"),
                        Set.of("contoso"),
                        Map.of("Brand", Set.of("Contoso", "Fabrikam"), "country", Set.of("DE"))));
        assertThat(settings.idleMinutes()).isEqualTo(5);
        assertThat(settings.absoluteHours()).isEqualTo(4);
        assertThat(settings.noRoleContact()).isEqualTo("ask Sam");
    }

    @Test
    void accountsOfOnePersonAreKnownAsThatPerson() {
        var settings = Bound.settings(AccessSettings.class, Map.of("latchkey.access.people.sam", "sam-1,sam-2"));

        assertThat(settings.person("sam-2")).isEqualTo("sam");
        assertThat(settings.person("kim-1")).isEqualTo("kim-1");
    }

    @Test
    void aRoleWithoutPopulationShowsNobody() {
        var settings = Bound.settings(
                AccessSettings.class, Map.of("latchkey.access.roles.agent.permissions", "view-customer"));

        assertThat(settings.roles().get("agent").populations()).isEmpty();
    }

    @Test
    void aRoleThatNamesAnUnknownPopulationIsRefusedWithTheKnownOnes() {
        refused(
                Map.of(
                        "latchkey.access.roles.agent.permissions", "view-customer",
                        "latchkey.access.roles.agent.populations", "nroth",
                        "latchkey.access.populations.north.where.Brand", "Contoso"),
                "the role agent names the population nroth, which is not there; write one of everyone, north");
    }

    @Test
    void aPopulationThatLeavesNobodyOutIsRefused() {
        refused(Map.of("latchkey.access.populations.north.claims", "x"), "it leaves nobody out");
    }

    @Test
    void anAttributeWithoutValueIsRefused() {
        refused(Map.of("latchkey.access.populations.north.where.Brand", ""), "the attribute Brand has no value");
    }

    @Test
    void everyoneIsNoNameForAnotherPopulation() {
        refused(
                Map.of("latchkey.access.populations.everyone.where.Brand", "Contoso"),
                "the population everyone is there already");
    }

    private static void refused(Map<String, String> settings, String why) {
        assertThatThrownBy(() -> Bound.settings(AccessSettings.class, settings))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(why);
    }
}
