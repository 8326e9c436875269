package latchkey.helpdesk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.helpdesk.matrix.Cell.Consent;
import latchkey.helpdesk.matrix.Cell.Proof;
import latchkey.helpdesk.matrix.Cell.Shelter;
import latchkey.helpdesk.matrix.Cell.Sight;
import latchkey.helpdesk.matrix.Doors.Door;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.ProofPage;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same tables through page and API of a running portal. The test command asks for so many cells that each value of each factor
 * meets each value of each other one that it can, the outcome being a factor too; {@code -Dlatchkey.matrix.all=true} asks for all that can be played.
 */
class EveryDoorTest {

    private static final boolean ALL = Boolean.getBoolean("latchkey.matrix.all");

    private static final long SEED = Long.getLong("latchkey.matrix.seed", 20261123);

    private static PortalProcess portal;
    private static Map<String, Doors> doors;

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(settings());
        doors = roles().collect(Collectors.toMap(Function.identity(), role -> Doors.of(portal, role)));
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    /** A cell with the door it is asked at. */
    private record Asked(Cell cell, Door door) {

        /** Every two values of two factors, the outcome being one more. */
        Set<String> pairs() {
            var values = List.of(
                    "role " + cell.role(),
                    "deed " + cell.deed(),
                    "sight " + cell.sight(),
                    "shelter " + cell.shelter(),
                    "proof " + cell.proof(),
                    "consent " + cell.consent(),
                    "door " + door,
                    "outcome " + cell.outcome());
            var pairs = new HashSet<String>();
            for (var first = 0; first < values.size(); first++) {
                for (var second = first + 1; second < values.size(); second++) {
                    pairs.add(values.get(first) + ", " + values.get(second));
                }
            }
            return pairs;
        }

        String expected() {
            return cell.told(Cell.word(door));
        }
    }

    @Test
    @Asvs({"8.2.1", "8.2.2", "8.2.3", "8.3.1"})
    void everyCellComesOutAsTheTablesSay() {
        var asked = ALL ? everything() : pairwise();
        var mismatches = new ArrayList<String>();
        var outcomes = new TreeMap<String, Integer>();
        var number = 0;
        for (var world : asked.entrySet()) {
            try (var here = new DoorWorld(portal, doors, world.getKey(), number++)) {
                for (var one : world.getValue()) {
                    var outcome = here.outcome(
                            one.door(), one.cell().deed(), one.cell().consent());
                    outcomes.merge(outcome, 1, Integer::sum);
                    if (!outcome.equals(one.expected())) {
                        mismatches.add(one + " is " + outcome + ", expected " + one.expected());
                    }
                }
            }
        }
        if (ALL) {
            publish(asked.size(), mismatches, outcomes);
        }
        assertThat(mismatches).isEmpty();
        assertThat(outcomes.keySet()).contains("done", "approval-required", "caller-not-verified", "not-permitted");
    }

    private static void publish(int worlds, List<String> mismatches, Map<String, Integer> outcomes) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "cells asked over HTTP",
                outcomes.values().stream().mapToInt(Integer::intValue).sum());
        figures.put("**that came out otherwise than the tables say**", "**" + mismatches.size() + "**");
        figures.put("cases and customers set up for them", worlds);
        outcomes.forEach((outcome, cells) -> figures.put("told `" + outcome + "`", cells));
        ProofPage.write("matrix", """
                # Proof of the authorisation matrix

                `./latchkey prove matrix` asks a running portal, through its pages and its API, for every cell of role, action and
                field, population, protection, proof of the caller and approval that its few people can play, and compares each
                answer with the tables in `portal/src/test/resources/matrix`, which know no code. The test command asks for so many that
                every two values meet, and for the whole product (32,000 cells, those that need more people included) without the
                doors.
                """, figures);
    }

    private static Map<Cell, List<Asked>> everything() {
        var all = new HashMap<Cell, List<Asked>>();
        worlds().forEach(world -> all.put(world, new ArrayList<>(in(world).toList())));
        return all;
    }

    /** In a drawn order the cells with most pairs that no earlier one had, until none is left. */
    private static Map<Cell, List<Asked>> pairwise() {
        var worlds = new ArrayList<>(worlds().toList());
        Collections.shuffle(worlds, new Random(SEED));
        var left = worlds.stream()
                .flatMap(EveryDoorTest::in)
                .flatMap(asked -> asked.pairs().stream())
                .collect(Collectors.toCollection(HashSet::new));
        var chosen = new LinkedHashMap<Cell, List<Asked>>();
        for (var fewest : new int[] {8, 4, 1}) {
            for (var world : worlds) {
                var cells = new ArrayList<>(in(world).toList());
                Collections.shuffle(cells, new Random(SEED));
                for (var asked : cells) {
                    if (asked.pairs().stream().filter(left::contains).count() >= fewest) {
                        left.removeAll(asked.pairs());
                        chosen.computeIfAbsent(world, none -> new ArrayList<>()).add(asked);
                    }
                }
            }
        }
        assertThat(left).isEmpty();
        return chosen;
    }

    private static Stream<Cell> worlds() {
        var any = Deed.all().getFirst();
        return roles().flatMap(role -> Stream.of(Sight.values())
                        .flatMap(sight -> Stream.of(Shelter.values())
                                .flatMap(shelter -> Stream.of(Proof.values())
                                        .map(proof -> new Cell(role, any, sight, shelter, proof, Consent.NONE)))))
                .filter(DoorWorld::isPossible);
    }

    private static Stream<Asked> in(Cell world) {
        return Deed.all().stream()
                .flatMap(deed -> Stream.of(Consent.values())
                        .map(consent ->
                                new Cell(world.role(), deed, world.sight(), world.shelter(), world.proof(), consent)))
                .filter(DoorWorld::isPossible)
                .flatMap(cell -> Stream.of(Door.values())
                        .filter(door -> door == Door.PAGE || !cell.deed().name().equals("show-password"))
                        .map(door -> new Asked(cell, door)));
    }

    private static Stream<String> roles() {
        return Cell.roles().stream().filter(role -> !role.equals("everything"));
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        roles().filter(role -> !role.equals("nobody")).forEach(role -> {
            settings.put("latchkey.access.roles." + role + ".permissions", String.join(",", permissions(role)));
            settings.put("latchkey.access.roles." + role + ".populations", "contosos");
        });
        settings.put("latchkey.access.populations.contosos.where.Brand", "Contoso");
        settings.put("latchkey.access.step-up.actions", "");
        settings.put("latchkey.protection.vip.where.jobTitle", "Chairwoman");
        settings.put("latchkey.protection.own-account.attribute", "companyName");
        settings.put("latchkey.protection.colleagues.domains", "example.net");
        settings.put("latchkey.directories.contoso.reset.show-generated-password", "true");
        settings.put("latchkey.directories.contoso.reset.links-per-hour", "100000");
        settings.put("latchkey.verification.codes-per-hour", "100000");
        settings.put("latchkey.verification.codes-per-day", "100000");
        settings.put("latchkey.actions.rules.after-credentials.after", "password");
        settings.put("latchkey.actions.rules.after-credentials.then", "addresses");
        settings.put("latchkey.actions.rules.after-credentials.demand", "nothing");
        for (var what :
                List.of("customers", "searches", "verifications", "actions", "actions-on-customer", "reveals")) {
            settings.put("latchkey.limits." + what + "-per-hour", "1000000");
            settings.put("latchkey.limits." + what + "-per-day", "1000000");
        }
        return settings;
    }

    private static List<String> permissions(String role) {
        return latchkey.testing.Table.rows("/matrix/roles.tsv").stream()
                .map(row -> row.get("permission"))
                .filter(permission -> Cell.permits(role, permission))
                .toList();
    }
}
