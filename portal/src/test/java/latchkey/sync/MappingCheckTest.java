package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;

/** A mapping is held against what Dataverse and the directory really have. */
@PortalTest
class MappingCheckTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final String ATTRIBUTES = "latchkey.dataverse.contoso.mapping.attributes.";

    private final PortalProcess portal;

    MappingCheckTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void theMappingThatShipsFits() {
        assertThat(check(SyncGround.ORDINARY).ask(CONTOSO)).isEmpty();
    }

    @Test
    void eachColumnAndEachAttributeThatIsNotThereIsNamed() {
        var check = check(SyncGround.mapping(Map.of(
                ATTRIBUTES + "surname.column", "lastname",
                ATTRIBUTES + "givenName.column", "fristname",
                ATTRIBUTES + "ShoeSize.column", "jobtitle")));
        assertThat(check.ask(CONTOSO))
                .hasSize(2)
                .anySatisfy(mistake -> assertThat(mistake).contains("fristname").doesNotContain("lastname"))
                .anySatisfy(mistake -> assertThat(mistake).contains("ShoeSize"));
        assertThat(check.mistakes(CONTOSO)).hasSize(2);
    }

    @Test
    void customAttributesAreKnownByTheirShortNames() {
        assertThat(check(SyncGround.mapping(Map.of(ATTRIBUTES + "CustomerNumber.column", "jobtitle")))
                        .ask(CONTOSO))
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfColumnsWhileDataverseIsAway() {
        var sandbox = portal.sandbox().control();
        sandbox.fault(Fault.status(503).kind("dataverse"));
        try {
            assertThatThrownBy(() -> check(SyncGround.ORDINARY).ask(CONTOSO)).isInstanceOf(ContactsFailure.class);
        } finally {
            sandbox.clearFaults();
        }
    }

    private MappingCheck check(MappingSettings settings) {
        var environments = portal.bean(latchkey.sync.dataverse.DataverseSettings.class);
        return new MappingCheck(
                new Mappings(environments, settings),
                environments,
                portal.bean(latchkey.directory.Directories.class),
                portal.bean(Contacts.class));
    }
}
