package latchkey.helpdesk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import latchkey.access.AccessSettings;
import latchkey.access.Permission;
import latchkey.helpdesk.matrix.Cell.Consent;
import latchkey.helpdesk.matrix.Cell.Proof;
import latchkey.helpdesk.matrix.Cell.Shelter;
import latchkey.helpdesk.matrix.Cell.Sight;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The order of every action against the tables in {@code /matrix}: each role, deed and field, sight, protection, proof and
 * approval with each other.
 */
class EveryDecisionTest {

    private static final HelpDesk DESK = HelpDesk.open(World.SETTINGS);

    @AfterAll
    static void close() {
        DESK.close();
    }

    @Test
    @Asvs("8.2.1")
    void rolesShipWithThePermissionsThatTheTableGivesThem() {
        var shipped = DESK.bean(AccessSettings.class).roles();
        assertThat(Cell.roles()).contains(shipped.keySet().toArray(String[]::new));
        for (var role : shipped.keySet()) {
            assertThat(Permission.values())
                    .as(role)
                    .allSatisfy(permission -> assertThat(
                                    shipped.get(role).permissions().contains(permission))
                            .as(permission.name())
                            .isEqualTo(Cell.permits(role, word(permission))));
        }
    }

    @Test
    void theTableKnowsEveryAction() {
        assertThat(Deed.all().stream().map(Deed::action).distinct())
                .containsExactlyInAnyOrderElementsOf(DESK.actions());
    }

    @Test
    @Asvs({"8.2.1", "8.2.3", "8.3.1"})
    void everyCellComesOutAsTheTablesSay() {
        var mismatches = new ArrayList<String>();
        var outcomes = new TreeMap<String, Integer>();
        worlds().forEach(cell -> {
            var shared = World.of(DESK, cell);
            for (var deed : Deed.all()) {
                // A yes to another change would be good for that one when its turn comes.
                var world = cell.consent() == Consent.FOR_ANOTHER_CHANGE ? World.of(DESK, cell) : shared;
                var here = new Cell(cell.role(), deed, cell.sight(), cell.shelter(), cell.proof(), cell.consent());
                var outcome = world.outcome(deed);
                outcomes.merge(outcome, 1, Integer::sum);
                if (!outcome.equals(here.outcome())) {
                    mismatches.add(here + " is " + outcome + ", expected " + here.outcome());
                }
            }
        });
        assertThat(mismatches).isEmpty();
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(Cell.roles().size()
                        * Deed.all().size()
                        * Sight.values().length
                        * Shelter.values().length
                        * Proof.values().length
                        * Consent.values().length);
        assertThat(outcomes.keySet())
                .as("what a table of refusals alone would not show")
                .contains("done", "approval-required", "caller-not-verified", "invalid-attribute");
    }

    private static Stream<Cell> worlds() {
        var any = Deed.all().getFirst();
        return Cell.roles().stream()
                .flatMap(role -> Stream.of(Sight.values())
                        .flatMap(sight -> Stream.of(Shelter.values())
                                .flatMap(shelter -> Stream.of(Proof.values())
                                        .flatMap(proof -> Stream.of(Consent.values())
                                                .map(consent ->
                                                        new Cell(role, any, sight, shelter, proof, consent))))));
    }

    private static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
