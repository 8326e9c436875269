package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import latchkey.sync.Feed.WhenEmpty;
import latchkey.sync.MappingSettings.Place;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

/** What the settings can make of a contact's columns. */
class MappingTest {

    private static final String MAPPING = "latchkey.dataverse.contoso.mapping.";
    private static final String ATTRIBUTES = MAPPING + "attributes.";

    @Test
    void withoutSettingsAddressAndNamesAreFed() {
        var mapped = SyncGround.ORDINARY.of(SlyDirectory.ID).mapping();
        assertThat(mapped.address().feeds()).containsExactly(Place.MAIL);
        assertThat(mapped.address().column()).isEqualTo("emailaddress1");
        assertThat(mapped.attributes())
                .containsEntry("givenName", Feed.of("firstname"))
                .containsEntry("surname", Feed.of("lastname"))
                .hasSize(2);
        assertThat(SyncGround.ORDINARY.of(SlyDirectory.ID).webPortalUser()).isNull();
    }

    @Test
    void everyKeyIsRead() {
        var portal = UUID.randomUUID();
        var environment = SyncGround.mapping(Map.of(
                        "latchkey.dataverse.contoso.web-portal-user",
                        portal.toString(),
                        MAPPING + "phone-region",
                        "DE",
                        MAPPING + "address.column",
                        "emailaddress2",
                        MAPPING + "address.feeds",
                        "other-mails",
                        MAPPING + "address.when-empty",
                        "keep",
                        ATTRIBUTES + "displayName.column",
                        "firstname",
                        ATTRIBUTES + "displayName.columns",
                        "lastname",
                        ATTRIBUTES + "displayName.value",
                        "contact.firstname + contact.lastname",
                        ATTRIBUTES + "displayName.when-empty",
                        "keep",
                        ATTRIBUTES + "displayName.wins",
                        "directory"))
                .of(SlyDirectory.ID);
        assertThat(environment.webPortalUser()).isEqualTo(portal);
        assertThat(environment.mapping().phoneRegion()).isEqualTo("DE");
        assertThat(environment.mapping().address())
                .isEqualTo(new MappingSettings.Address(
                        "emailaddress2", java.util.Set.of(Place.OTHER_MAILS), WhenEmpty.KEEP));
        assertThat(environment.mapping().attributes().get("displayName"))
                .isEqualTo(new Feed(
                        "firstname",
                        java.util.Set.of("lastname"),
                        "contact.firstname + contact.lastname",
                        WhenEmpty.KEEP,
                        Feed.Winner.DIRECTORY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                displayName.value       | contact.firstname +      | the value is not understood
                displayName.value       | contact.fistname         | the value is not understood
                displayName.value       | 1 + 1                    | the value is not understood
                displayName.value       | contact.firstname == 'a' | the value is not understood
                displayName.value       | read('x')                | the value is not understood
                displayName.column      | first name               | is not the logical name of a column
                displayName.column      | x)/accounts(             | is not the logical name of a column
                mail.column             | emailaddress2            | mail is fed twice
                """)
    void whatCannotBeMeantIsAMistakeAtTheStart(String key, String value, String words) {
        var settings = new java.util.HashMap<String, String>();
        settings.put(ATTRIBUTES + key.replaceFirst("\\..*", ".column"), "firstname");
        settings.put(ATTRIBUTES + key, value);
        assertThatThrownBy(() -> Bound.settings(MappingSettings.class, settings))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining(words);
    }

    @Test
    void aFeedWithoutAnyColumnIsAMistakeAtTheStart() {
        assertThatThrownBy(() -> SyncGround.mapping(Map.of(ATTRIBUTES + "displayName.value", "'x'")))
                .hasStackTraceContaining("no column feeds it");
    }

    @Test
    void aValueIsMadeOfSeveralColumns() {
        var ground = with(
                ATTRIBUTES + "displayName.columns", "firstname,lastname",
                ATTRIBUTES + "displayName.value", "(contact.firstname + ' ' + contact.lastname.upperAscii()).trim()");
        var jan = ground.linkedContact();
        ground.save(jan, "firstname", "Jan");
        ground.edit(jan, "lastname", "Jansen");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("displayName", "Jan JANSEN");
    }

    @Test
    void aPhoneNumberIsWrittenInternationally() {
        var ground = with(
                MAPPING + "phone-region", "DE",
                ATTRIBUTES + "mobilePhone.column", "mobilephone",
                ATTRIBUTES + "mobilePhone.value", "phone(contact.mobilephone)");
        var jan = ground.linkedContact();
        ground.edit(jan, "mobilephone", "0151 / 234 567 89");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("mobilePhone", "+4915123456789");
        ground.edit(jan, "mobilephone", "ask reception");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.PARKED);
        assertThat(ground.text(jan, "words")).contains("phone number").doesNotContain("reception");
        assertThat(ground.truth(jan)).containsEntry("mobilePhone", "+4915123456789");
    }

    @Test
    void aCustomAttributeIsFedByItsShortName() {
        var ground = with(ATTRIBUTES + "LoyaltyPoints.column", "new_points");
        var jan = ground.linkedContact();
        ground.edit(jan, "new_points", "4711");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("extension_0_LoyaltyPoints", "4711");
    }

    @Test
    void anEmptyColumnKeepsTheAttributeWhereTheSettingsSaySo() {
        var ground = with(
                ATTRIBUTES + "surname.column", "lastname",
                ATTRIBUTES + "surname.when-empty", "keep",
                MAPPING + "address.when-empty", "keep");
        var jan = ground.linkedContact();
        ground.save(jan, "emailaddress1", "jan@example.com");
        ground.edit(jan, "lastname", "Jansen");
        ground.work();
        ground.save(jan, "emailaddress1", "");
        ground.edit(jan, "lastname", "");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen").containsEntry("mail", "jan@example.com");
    }

    @Test
    void whereTheDirectoryWinsTheContactFillsOnlyWhatIsEmpty() {
        var ground = with(ATTRIBUTES + "surname.column", "lastname", ATTRIBUTES + "surname.wins", "directory");
        var jan = ground.linkedContact();
        ground.edit(jan, "lastname", "Jansen");
        ground.work();
        ground.edit(jan, "lastname", "de Vries");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void theAddressGoesBeforeTheOtherAddressesAndMakesRoomForTheNextOne() {
        var ground = with(MAPPING + "address.feeds", "other-mails");
        var jan = ground.linkedContact();
        ground.directory.set(ground.customerOf(jan), "otherMails", "own@example.org");
        ground.edit(jan, "emailaddress1", "jan@example.com");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("otherMails", "jan@example.com, own@example.org");
        ground.edit(jan, "emailaddress1", "jan.jansen@example.com");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("otherMails", "jan.jansen@example.com, own@example.org");
        ground.edit(jan, "emailaddress1", "");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("otherMails", "own@example.org");
    }

    @Test
    void anAttributeThatTheDirectoryDoesNotHaveParksTheContact() {
        var ground = with(ATTRIBUTES + "ShoeSize.column", "new_shoesize");
        var jan = ground.linkedContact();
        ground.edit(jan, "new_shoesize", "43");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.PARKED);
        assertThat(ground.text(jan, "words")).contains("ShoeSize");
    }

    private static SyncGround with(String... settings) {
        var all = new java.util.HashMap<String, String>();
        for (var i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return SyncGround.with(SyncGround.guards(Map.of()), SyncGround.mapping(all));
    }
}
