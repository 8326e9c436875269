package latchkey.helpdesk.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.approval.Decisions;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.helpdesk.sessions.SessionSamples;
import latchkey.helpdesk.verification.Verifications;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordered pair of actions, by the same agent and by another one, with an approval and without. */
class PairsOfActionsTest {

    private static final HelpDesk DESK = HelpDesk.open(Map.of(
            "latchkey.directories.contoso.reset.show-generated-password", "true",
            "latchkey.actions.proof.addresses", "one"));

    /** What is done, as the table names it; the second time with other values, so that there is something to change. */
    @SuppressWarnings("ImmutableEnumChecker") // test data
    private enum Deed {
        EDIT_PROFILE((desk, again) -> ProfileSamples.edit(desk, Map.of("surname", again ? "Smit" : "Jansen-Smit"))),
        EDIT_ADDRESS((desk, again) ->
                ProfileSamples.edit(desk, Map.of("mobilePhone", again ? "+4930123456" : "+4930654321"))),
        RESET((desk, again) -> CredentialSamples.reset(desk)),
        SHOW((desk, again) -> CredentialSamples.show(desk)),
        BLOCK((desk, again) -> LifecycleSamples.block(desk)),
        UNBLOCK((desk, again) -> LifecycleSamples.unblock(desk)),
        REVOKE((desk, again) -> SessionSamples.revoke(desk));

        private final Asked asked;

        Deed(Asked asked) {
            this.asked = asked;
        }

        Sample<?> sample(boolean again) {
            return asked.sample(DESK, again);
        }

        static Deed named(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    private interface Asked {
        Sample<?> sample(HelpDesk desk, boolean again);
    }

    /** A cell of the table. */
    record Cell(Deed first, Deed then, String verdicts) {
        @Override
        public String toString() {
            return first + " then " + then;
        }
    }

    @AfterAll
    static void close() {
        DESK.close();
    }

    @Test
    void theTableNamesEveryPairOfEveryAction() {
        assertThat(cells()).hasSize(Deed.values().length * Deed.values().length).doesNotHaveDuplicates();
        assertThat(Stream.of(Deed.values())
                        .map(deed -> deed.sample(false).action().name()))
                .containsOnlyOnceElementsOf(DESK.actions().stream()
                        .filter(name -> !name.equals("edit-attributes"))
                        .toList())
                .contains("edit-attributes");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatMayFollowIsInTheTable(Cell cell) {
        assertThat(verdict(cell, false, false)
                        + verdict(cell, false, true)
                        + verdict(cell, true, false)
                        + verdict(cell, true, true))
                .isEqualTo(cell.verdicts());
    }

    private static String verdict(Cell cell, boolean another, boolean approved) {
        var jan = DESK.jan();
        assertThat(letter(tried(Employees.sam(), jan, cell.first(), false))).isEqualTo("d");
        var writes = DESK.directory().writes().size();
        var mails = resetMails();
        var agent = another ? Employees.robin() : Employees.sam();
        var result = tried(agent, jan, cell.then(), true);
        if (approved && letter(result).equals("a")) {
            approve((Result.Refused) result);
            result = tried(agent, jan, cell.then(), true);
        }
        if (!letter(result).equals("d")) {
            assertThat(DESK.directory().writes()).as(cell + " wrote").hasSize(writes);
            assertThat(resetMails()).as(cell + " mailed").isEqualTo(mails);
        }
        return letter(result);
    }

    private static long resetMails() {
        return DESK.mails().stream()
                .filter(mail -> mail.template().startsWith("reset"))
                .count();
    }

    private static String letter(Result result) {
        return switch (result) {
            case Result.Done done -> "d";
            case Result.Accepted accepted -> "d";
            case Result.Unknown unknown -> "?";
            case Result.Refused refused ->
                switch (refused.problem()) {
                    case ANOTHER_AGENT_REQUIRED -> "n";
                    case APPROVAL_REQUIRED -> "a";
                    default -> refused.problem().code();
                };
        };
    }

    private static Result tried(Agent agent, CustomerId jan, Deed deed, boolean again) {
        if (deed == Deed.BLOCK || deed == Deed.UNBLOCK) {
            put(jan, deed == Deed.BLOCK);
        }
        var under = DESK.bean(Cases.class).current(agent, jan).orElseGet(() -> DESK.caseFor(agent, jan));
        if (DESK.bean(Verifications.class).current(under, agent).isEmpty()) {
            DESK.verify(agent, under);
        }
        return carryOut(agent, jan, deed.sample(again));
    }

    private static <C> Result carryOut(Agent agent, CustomerId jan, Sample<C> sample) {
        var under = DESK.bean(Cases.class).current(agent, jan).orElseThrow();
        return sample.carryOut(DESK, sample.submission(DESK, agent, jan, under));
    }

    private static void put(CustomerId jan, boolean enabled) {
        var now = DESK.directory().byId(jan).orElseThrow();
        DESK.directory()
                .put(new Customer(
                        jan,
                        now.displayName(),
                        enabled,
                        now.createdAt(),
                        now.sessionsValidFrom(),
                        now.signInNames(),
                        now.attributes()));
    }

    private static void approve(Result.Refused asked) {
        var id = UUID.fromString(String.valueOf(asked.members().get("approval")));
        var alex = Employees.with("alex", Employees.sam().permissions());
        DESK.colleagues().comes(alex);
        DESK.bean(Decisions.class).give(alex, id);
    }

    static List<Cell> cells() {
        var lines = lines().map(line -> line.split("\\s+")).toList();
        var columns = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, columns.length)
                        .mapToObj(column -> new Cell(Deed.named(row[0]), Deed.named(columns[column]), row[column])))
                .toList();
    }

    private static Stream<String> lines() {
        try (var table = PairsOfActionsTest.class.getResourceAsStream("pairs.txt")) {
            return Arrays.stream(new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.startsWith("#") && !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
