package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.Directory.CapabilityName;
import latchkey.directory.graph.Reached;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot work in a directory is said with its reason before anybody clicks. */
class ImpossibleActionsTest {

    private static HelpDesk desk;

    @BeforeAll
    static void open() {
        desk = HelpDesk.open();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void withoutTheDirectoryRoleNoPasswordResetIsOffered() {
        desk.directory().cannot(CapabilityName.RESET_PASSWORD, "capability.reset-password.role");

        var reset = named("reset-password", offered(desk.directory(), desk.jan(), Locale.ENGLISH));

        assertThat(reset.isPossible()).isFalse();
        assertThat(reset.whyNot())
                .isEqualTo("Not possible in this directory, because its app registration does not hold the role User"
                        + " Administrator.");
        assertThat(named("edit-attributes", offered(desk.directory(), desk.jan(), Locale.ENGLISH))
                        .isPossible())
                .isTrue();
    }

    @Test
    void whatNobodyKnowsIsOfferedWithTheDoubt() {
        desk.directory().doubts(CapabilityName.BLOCK_SIGN_IN, "capability.broad-permission");

        var block = named("block-sign-in", offered(desk.directory(), desk.jan(), Locale.ENGLISH));

        assertThat(block.isPossible()).isTrue();
        assertThat(block.doubt())
                .isEqualTo("Whether the permission User.ReadWrite.All is enough for this is not known.");
    }

    @Test
    void aRegistrationThatMayOnlyReadIsOfferedNothingThatWouldFail() {
        var sandbox = SandboxProcess.fresh();
        var jan =
                Objects.requireNonNull(sandbox.control().person("jan-ordinary").userId());

        var offered = offered(Reached.readOnly(sandbox.url()), new CustomerId(Reached.CONTOSO, jan), Locale.GERMAN);

        assertThat(offered)
                .extracting(ActionView::key)
                .contains("reset-password", "edit-attributes", "block-sign-in", "revoke-sessions");
        assertThat(offered)
                .allSatisfy(action -> assertThat(action.whyNot())
                        .as(action.key())
                        .startsWith("In diesem Verzeichnis nicht möglich:"));
    }

    private static List<ActionView> offered(Directory directory, CustomerId customer, Locale locale) {
        var seen = directory.customers().byId(customer).orElseThrow();
        return new Actions(desk.all(CustomerAction.class), Words.wording())
                .offered(Viewing.of(Employees.sam(), directory, seen, locale), null);
    }

    private static ActionView named(String key, List<ActionView> actions) {
        return actions.stream()
                .filter(action -> action.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
