package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sync does not write without a person's word. */
class GuardsTest {

    private static final UUID WEB_PORTAL = UUID.randomUUID();
    private static final String ADDRESS = "emailaddress1";
    private static final String GUARDS = "latchkey.sync.guards.";

    @Test
    void theSettingsThatShipAreTheSafeOnes() {
        var shipped = latchkey.testing.Bound.settings(GuardSettings.class, Map.of());
        assertThat(shipped)
                .isEqualTo(new GuardSettings(
                        java.nio.file.Path.of("latchkey-data/keys/sync.key"),
                        false,
                        Duration.ofHours(24),
                        new GuardSettings.FlipFlop(3, Duration.ofHours(1)),
                        new GuardSettings.Many(Duration.ofHours(1), 200, 5, 20, 3, 10, 25)));
    }

    @Test
    void everyKeyIsRead() {
        var read = latchkey.testing.Bound.settings(
                GuardSettings.class,
                Map.ofEntries(
                        Map.entry(GUARDS + "key-file", "/keys/sync"),
                        Map.entry(GUARDS + "shared-addresses", "true"),
                        Map.entry(GUARDS + "fresh-edit", "2h"),
                        Map.entry(GUARDS + "flip-flop.returns", "5"),
                        Map.entry(GUARDS + "flip-flop.within", "3h"),
                        Map.entry(GUARDS + "many.within", "2h"),
                        Map.entry(GUARDS + "many.addresses", "6"),
                        Map.entry(GUARDS + "many.percent", "7"),
                        Map.entry(GUARDS + "many.at-least", "8"),
                        Map.entry(GUARDS + "many.same-address", "9"),
                        Map.entry(GUARDS + "many.cleared-names", "11"),
                        Map.entry(GUARDS + "many.domain-moves", "12")));
        assertThat(read)
                .isEqualTo(new GuardSettings(
                        java.nio.file.Path.of("/keys/sync"),
                        true,
                        Duration.ofHours(2),
                        new GuardSettings.FlipFlop(5, Duration.ofHours(3)),
                        new GuardSettings.Many(Duration.ofHours(2), 6, 7, 8, 9, 11, 12)));
    }

    @Test
    void aSignInThatPutsBackWhatWasJustReplacedIsHeld() {
        var ground = ground();
        var jan = married(ground);
        claims(ground, jan, "lastname", "Jansen");
        assertHeld(ground, jan, Reason.CLAIM_REVERTED, "surname");
        assertThat(ground.truth(jan)).containsEntry("surname", "de Vries");
    }

    @Test
    void whatAnEditorPutsBackIsWritten() {
        var ground = ground();
        var jan = married(ground);
        ground.edit(jan, "lastname", "Jansen");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
    }

    @Test
    void whatASignInClaimsForTheFirstTimeIsWritten() {
        var ground = ground();
        var jan = married(ground);
        claims(ground, jan, "lastname", "de Vries-Jansen");
        assertThat(ground.truth(jan)).containsEntry("surname", "de Vries-Jansen");
    }

    @Test
    void anOldEditMayBeTakenBackByASignIn() {
        var ground = ground();
        var jan = married(ground);
        ground.pass(Duration.ofHours(25));
        claims(ground, jan, "lastname", "Jansen");
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
    }

    @Test
    void aContactThatGoesThereAndBackAgainAndAgainIsHeld() {
        var ground = ground();
        var jan = ground.linkedContact();
        var names = Stream.of("A", "B", "A", "B", "A").toList();
        names.forEach(name -> {
            ground.edit(jan, "lastname", name);
            ground.work();
            assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
        });
        ground.edit(jan, "lastname", "B");
        ground.work();
        assertHeld(ground, jan, Reason.FLIP_FLOP, "surname");
        ground.edit(jan, "lastname", "C");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "C");
    }

    @Test
    void anAddressThatAnotherCustomerHasIsHeld() {
        var ground = ground();
        var jan = moved(ground, "jan@example.com");
        var other = ground.linkedContact();
        ground.edit(other, ADDRESS, "jan@example.com");
        ground.work();
        assertHeld(ground, other, Reason.ADDRESS_TAKEN, "mail");
        assertThat(ground.truth(other)).doesNotContainKey("mail");
        assertThat(ground.truth(jan)).containsEntry("mail", "jan@example.com");
    }

    @Test
    void whereTheSettingsLetCustomersShareAnAddressTheyDo() {
        var ground = ground(GUARDS + "shared-addresses", "true");
        moved(ground, "family@example.com");
        assertThat(ground.truth(moved(ground, "family@example.com"))).containsEntry("mail", "family@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "emailaddress1, jörg@example.com, mail",
        "emailaddress1, jan@@example.com, mail",
        "emailaddress1, jan@localhost, mail",
        "emailaddress1, 'jan jansen@example.com', mail",
        "firstname, 12345678901234567890123456789012345678901234567890123456789012345, givenName",
        "lastname, 12345678901234567890123456789012345678901234567890123456789012345, surname",
    })
    void whatTheDirectoryWouldRefuseIsHeldBeforeItIsSent(String column, String value, String attribute) {
        var ground = ground();
        var jan = ground.linkedContact();
        ground.edit(jan, column, value);
        ground.work();
        assertHeld(ground, jan, Reason.VALUE_UNFIT, attribute);
        assertThat(ground.directory.writes).isZero();
    }

    @Test
    void aControlCharacterAndABracketInTheDisplayNameAreHeldToo() {
        var ground = SyncGround.with(
                SyncGround.guards(Map.of()),
                SyncGround.mapping(Map.of(
                        "latchkey.dataverse.contoso.mapping.attributes.displayName.column", "fullname",
                        "latchkey.dataverse.contoso.mapping.attributes.surname.column", "lastname")));
        var jan = ground.linkedContact();
        ground.edit(jan, "fullname", "Jan <jan@example.com>");
        ground.work();
        assertHeld(ground, jan, Reason.VALUE_UNFIT, "displayName");
        ground.save(jan, "fullname", "Jan");
        ground.edit(jan, "lastname", "Jan\u0007sen");
        ground.work();
        assertHeld(ground, jan, Reason.VALUE_UNFIT, "surname");
    }

    @Test
    void oneAddressForManyContactsIsHeldFromTheLimitOn() {
        var ground = ground(GUARDS + "shared-addresses", "true");
        IntStream.range(0, 3)
                .forEach(i -> assertThat(ground.truth(moved(ground, "info@example.com")))
                        .containsEntry("mail", "info@example.com"));
        assertHeld(ground, moved(ground, "info@example.com"), Reason.SAME_ADDRESS, "mail");
    }

    @Test
    void manyChangedAddressesAreHeldFromTheLimitOnUntilTheTimeIsOver() {
        var ground = ground(GUARDS + "many.addresses", "3");
        var contacts = withAddresses(ground, 5);
        moveAll(ground, contacts.subList(0, 3), "example.com");
        moveAll(ground, contacts.subList(3, 5), "example.com");
        contacts.subList(0, 3)
                .forEach(contact -> assertThat(ground.state(contact)).isEqualTo(State.SETTLED));
        contacts.subList(3, 5).forEach(contact -> assertHeld(ground, contact, Reason.MANY_ADDRESSES, "mail"));

        ground.pass(Duration.ofMinutes(61));
        var late = contacts.get(4);
        ground.edit(late, ADDRESS, "late@example.com");
        ground.work();
        assertThat(ground.truth(late)).containsEntry("mail", "late@example.com");
    }

    @Test
    void aShareOfAllContactsCountsToo() {
        var ground = ground(GUARDS + "many.at-least", "2", GUARDS + "many.percent", "40");
        var contacts = withAddresses(ground, 5);
        moveAll(ground, contacts.subList(0, 2), "example.com");
        ground.edit(contacts.get(2), ADDRESS, "third@example.com");
        ground.work();
        assertHeld(ground, contacts.get(2), Reason.MANY_ADDRESSES, "mail");
    }

    @Test
    void manyMovesFromOneDomainToAnotherAreHeld() {
        var ground = ground(GUARDS + "many.domain-moves", "2");
        var contacts = withAddresses(ground, 4);
        moveAll(ground, contacts.subList(0, 2), "evil.example");
        moveAll(ground, contacts.subList(2, 3), "evil.example");
        assertHeld(ground, contacts.get(2), Reason.DOMAIN_MOVE, "mail");
        moveAll(ground, contacts.subList(3, 4), "another.example");
        assertThat(ground.state(contacts.get(3))).isEqualTo(State.SETTLED);
    }

    @Test
    void manyClearedNamesAreHeld() {
        var ground = ground(GUARDS + "many.cleared-names", "2");
        var contacts = Stream.generate(() -> married(ground)).limit(3).toList();
        contacts.forEach(contact -> {
            ground.edit(contact, "lastname", "");
            ground.work();
        });
        assertThat(ground.truth(contacts.get(1))).doesNotContainKey("surname");
        assertHeld(ground, contacts.get(2), Reason.NAMES_CLEARED, "surname");
        assertThat(ground.truth(contacts.get(2))).containsEntry("surname", "de Vries");
    }

    @Test
    void aHeldContactThatIsSavedAnewIsJudgedAnew() {
        var ground = ground();
        var jan = ground.linkedContact();
        ground.edit(jan, ADDRESS, "jörg@example.com");
        ground.work();
        assertHeld(ground, jan, Reason.VALUE_UNFIT, "mail");
        ground.edit(jan, ADDRESS, "joerg@example.com");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("mail", "joerg@example.com");
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void nothingThatCouldBeReadIsRememberedOfValues() {
        var ground = ground();
        moved(ground, "jan@example.com");
        assertThat(ground.everythingRemembered()).isNotEmpty().noneMatch(row -> row.contains("example"));
    }

    @Test
    void whatIsOlderThanEveryGuardAsksForIsForgotten() {
        var ground = ground();
        moved(ground, "jan@example.com");
        ground.rows.forget(ground.clock.instant().plus(Duration.ofDays(1)));
        var kept = ground.everythingRemembered().size();
        ground.rows.forget(ground.clock.instant().plus(Duration.ofDays(3)));
        assertThat(ground.everythingRemembered()).hasSize(kept - 1);
    }

    private static UUID moved(SyncGround ground, String address) {
        var contact = ground.linkedContact();
        ground.edit(contact, ADDRESS, address);
        ground.work();
        return contact;
    }

    private static List<UUID> withAddresses(SyncGround ground, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> moved(ground, "old" + i + "@example.org"))
                .toList();
    }

    private static void moveAll(SyncGround ground, List<UUID> contacts, String domain) {
        contacts.forEach(contact -> {
            ground.edit(contact, ADDRESS, contact + "@" + domain);
            ground.work();
        });
    }

    private static UUID married(SyncGround ground) {
        var jan = ground.linkedContact();
        ground.edit(jan, "lastname", "Jansen");
        ground.work();
        ground.edit(jan, "lastname", "de Vries");
        ground.work();
        return jan;
    }

    /** The web portal saves what a sign-in told it. */
    private static void claims(SyncGround ground, UUID contact, String column, String value) {
        ground.save(contact, Mapping.SAVED_BY, WEB_PORTAL.toString());
        ground.edit(contact, column, value);
        ground.work();
    }

    private static void assertHeld(SyncGround ground, UUID contact, Reason reason, String attribute) {
        assertThat(ground.state(contact)).isEqualTo(State.HELD);
        assertThat(ground.text(contact, "reason")).isEqualTo(reason.name());
        assertThat(ground.text(contact, "words")).isEqualTo(attribute);
    }

    private static SyncGround ground(String... guards) {
        var all = new java.util.HashMap<String, String>();
        for (var i = 0; i < guards.length; i += 2) {
            all.put(guards[i], guards[i + 1]);
        }
        return SyncGround.with(
                SyncGround.guards(all),
                SyncGround.mapping(Map.of("latchkey.dataverse.contoso.web-portal-user", WEB_PORTAL.toString())));
    }
}
