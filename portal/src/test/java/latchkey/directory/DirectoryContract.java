package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.audit.Announced;
import latchkey.settings.Secret;
import latchkey.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What every directory keeps to, in whatever way it is reached; each run brings a directory and one customer of it. */
abstract class DirectoryContract {

    /** The directory. */
    abstract Directory directory();

    /** A customer with an e-mail sign-in name and a customer number, whom the test may change. */
    abstract CustomerId customer();

    /** Reads the whole directory, in pages small enough that there are several. */
    abstract Scan scan();

    /** How long a write may take to show. */
    Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Test
    void aCustomerIsFoundByTheirId() {
        var found = directory().customers().byId(customer());

        assertThat(found).map(Customer::id).contains(customer());
        assertThat(found.orElseThrow().displayName()).isNotBlank();
    }

    @Test
    void nobodyIsFoundByAnIdThatDoesNotExist() {
        var nobody = new CustomerId(directory().id(), UUID.fromString("00000000-0000-4000-8000-0000000000ff"));

        assertThat(directory().customers().byId(nobody)).isEmpty();
        assertThat(directory().customers().holdsDirectoryRole(nobody)).isFalse();
    }

    @Test
    void aCustomerIsFoundByTheirSignInName() {
        var query = new CustomerQuery.BySignInName(SignInName.Kind.EMAIL, email());

        assertThat(ids(directory().customers().matching(query, 10))).containsExactly(customer());
    }

    @Test
    void capitalsInASignInNameDoNotMatter() {
        var query = new CustomerQuery.BySignInName(SignInName.Kind.EMAIL, email().toUpperCase(java.util.Locale.ROOT));

        assertThat(ids(directory().customers().matching(query, 10))).containsExactly(customer());
    }

    @Test
    void aSignInNameOfAnotherKindIsNotMeant() {
        var query = new CustomerQuery.BySignInName(SignInName.Kind.PHONE, email());

        assertThat(directory().customers().matching(query, 10)).isEmpty();
    }

    @Test
    void aCustomerIsFoundByACustomAttribute() {
        var number = directory().identifyingAttributes().getFirst().key();
        var value = now().attribute(number).orElseThrow().asText();

        assertThat(ids(directory().customers().matching(new CustomerQuery.ByAttribute(number, value), 10)))
                .containsExactly(customer());
    }

    @Test
    void aCustomerIsFoundByTheBeginningOfTheirName() {
        var beginning = now().displayName().substring(0, 3);

        var found = directory().customers().matching(new CustomerQuery.ByNamePrefix(beginning), 100);

        assertThat(ids(found)).contains(customer());
    }

    @Test
    void noMoreCustomersComeThanWereAskedFor() {
        var beginning = now().displayName().substring(0, 1);

        assertThat(directory().customers().matching(new CustomerQuery.ByNamePrefix(beginning), 1))
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory().customers().matching(new CustomerQuery.ByNamePrefix(beginning), 101));
    }

    @Test
    void aValueThatLooksLikeAQueryIsOnlyAValue() {
        for (var hostile : List.of("x' or '1' eq '1", "''", "%27", "a)b(c", "a&b=c", "a+b", "a#b", "1 or 1 eq 1")) {
            assertThat(directory()
                            .customers()
                            .matching(new CustomerQuery.BySignInName(SignInName.Kind.EMAIL, hostile), 10))
                    .as(hostile)
                    .isEmpty();
            assertThat(directory().customers().matching(new CustomerQuery.ByNamePrefix(hostile), 10))
                    .as(hostile)
                    .isEmpty();
        }
    }

    @Test
    void anAttributeIsSetAndClearedAgain() {
        change(AttributeKey.GIVEN_NAME, Optional.of(new AttributeValue.Text("Jörg „d'Arc“ 漢")));
        awaitAttribute(AttributeKey.GIVEN_NAME, Optional.of("Jörg „d'Arc“ 漢"));

        change(AttributeKey.GIVEN_NAME, Optional.empty());
        awaitAttribute(AttributeKey.GIVEN_NAME, Optional.empty());
    }

    @Test
    void aListIsSetAndClearedAgain() {
        var mails = List.of("one@example.com", "two@example.com");
        change(AttributeKey.OTHER_MAILS, Optional.of(new AttributeValue.Texts(mails)));
        awaitAttribute(AttributeKey.OTHER_MAILS, Optional.of("one@example.com, two@example.com"));

        change(AttributeKey.OTHER_MAILS, Optional.empty());
        awaitAttribute(AttributeKey.OTHER_MAILS, Optional.empty());
    }

    @Test
    void severalAttributesChangeTogether() {
        var changes = new AttributeChanges(Map.of(
                AttributeKey.GIVEN_NAME, Optional.of(new AttributeValue.Text("Ada")),
                AttributeKey.SURNAME, Optional.of(new AttributeValue.Text("Byron"))));

        directory().profiles().change(customer(), changes, Announced.change());

        awaitAttribute(AttributeKey.GIVEN_NAME, Optional.of("Ada"));
        awaitAttribute(AttributeKey.SURNAME, Optional.of("Byron"));
    }

    @Test
    void theDisplayNameCannotBeCleared() {
        assertThatThrownBy(() -> change(AttributeKey.DISPLAY_NAME, Optional.empty()))
                .isInstanceOf(DirectoryFailure.InvalidValue.class);
    }

    @Test
    void aValueThatIsTooLongIsRefusedByName() {
        assertThatThrownBy(() -> change(AttributeKey.GIVEN_NAME, Optional.of(new AttributeValue.Text("x".repeat(65)))))
                .isInstanceOfSatisfying(
                        DirectoryFailure.InvalidValue.class,
                        refused -> assertThat(refused.property()).isEqualTo("givenName"));
    }

    @Test
    void whatIsNoAttributeIsNeverWritten() {
        for (var property : List.of("accountEnabled", "passwordProfile", "identities", "userType", "nonsense")) {
            assertThatThrownBy(() -> change(new AttributeKey(property), Optional.of(new AttributeValue.Text("x"))))
                    .as(property)
                    .isInstanceOf(DirectoryFailure.InvalidValue.class);
        }
    }

    @Test
    void changingNothingIsAMistake() {
        var nothing = new AttributeChanges(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> directory().profiles().change(customer(), nothing, Announced.change()));
    }

    @Test
    void nobodyIsChangedWhoDoesNotExist() {
        var nobody = new CustomerId(directory().id(), UUID.fromString("00000000-0000-4000-8000-0000000000ff"));

        assertThatThrownBy(() -> directory().signIns().block(nobody, Announced.change()))
                .isInstanceOf(DirectoryFailure.NotFound.class);
    }

    @Test
    void signInIsClosedAndOpened() {
        directory().signIns().block(customer(), Announced.change());
        eventually("blocked", () -> !now().enabled());

        directory().signIns().unblock(customer(), Announced.change());
        eventually("open again", () -> now().enabled());
    }

    @Test
    void revokedSessionsShowByTheirMoment() {
        var before = now().sessionsValidFrom();

        directory().signIns().revokeSessions(customer(), Announced.change());

        eventually("sessions ended", () -> !java.util.Objects.equals(before, now().sessionsValidFrom()));
    }

    @Test
    void aStrongPasswordIsTaken() {
        var receipt =
                directory().passwords().set(customer(), Secret.of("Xk7#" + UUID.randomUUID()), Announced.change());

        assertThat(receipt.requestId()).isNotBlank();
    }

    @Test
    void aWeakPasswordIsRefused() {
        assertThatThrownBy(() -> directory().passwords().set(customer(), Secret.of("abc"), Announced.change()))
                .isInstanceOfSatisfying(
                        DirectoryFailure.InvalidValue.class,
                        refused -> assertThat(refused.property()).isEqualTo("password"));
    }

    @Test
    void methodsAreRead() {
        assertThat(directory().methods().of(customer()))
                .extracting(Method::kind)
                .contains(Method.Kind.PASSWORD);
    }

    @Test
    void everyCustomAttributeHasALabelAndAType() {
        assertThat(directory().attributes())
                .isNotEmpty()
                .allSatisfy(attribute -> assertThat(attribute.label()).isNotBlank())
                .extracting(AttributeDefinition::key)
                .contains(AttributeKey.DISPLAY_NAME, AttributeKey.SURNAME)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADirectoryCannotDoIsSaidInAdvance() {
        for (var capability : Directory.CapabilityName.values()) {
            assertThat(directory().capability(capability)).isNotNull();
        }
    }

    @Test
    void everyCustomerIsReadOnce() {
        var pages = scan().pages(Set.of(AttributeKey.DISPLAY_NAME), null).toList();

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(read(pages)).contains(customer()).doesNotHaveDuplicates();
    }

    @Test
    void readingGoesOnWhereItWasLeft() {
        var wanted = Set.of(AttributeKey.DISPLAY_NAME);
        var whole = scan().pages(wanted, null).toList();

        var rest = scan().pages(wanted, whole.getFirst().next()).toList();

        assertThat(read(rest)).isEqualTo(read(whole.subList(1, whole.size())));
    }

    @Test
    void onlyWhatWasAskedForIsRead() {
        var number = directory().identifyingAttributes().getFirst().key();

        var rows = scan().pages(Set.of(number), null).flatMap(page -> page.rows().stream());

        assertThat(rows.filter(row -> row.id().equals(customer())))
                .singleElement()
                .satisfies(row -> assertThat(row.attributes()).containsOnlyKeys(number))
                .satisfies(row -> assertThat(row.attributes().get(number))
                        .isEqualTo(now().attributes().get(number)));
    }

    @Test
    void whatIsNoAttributeIsNotReadEither() {
        assertThatThrownBy(() -> scan().page(Set.of(new AttributeKey("passwordProfile")), null))
                .isInstanceOf(DirectoryFailure.InvalidValue.class);
    }

    private static List<CustomerId> read(List<CustomerPage> pages) {
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .map(CustomerPage.Row::id)
                .toList();
    }

    private String email() {
        return now().signInNames().stream()
                .filter(name -> name.kind() == SignInName.Kind.EMAIL)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Customer now() {
        return directory().customers().byId(customer()).orElseThrow();
    }

    private void change(AttributeKey key, Optional<AttributeValue> value) {
        directory().profiles().change(customer(), new AttributeChanges(Map.of(key, value)), Announced.change());
    }

    private void awaitAttribute(AttributeKey key, Optional<String> expected) {
        eventually(
                key + " is " + expected,
                () -> now().attribute(key).map(AttributeValue::asText).equals(expected));
    }

    private void eventually(String what, java.util.concurrent.Callable<Boolean> condition) {
        Eventually.within(patience(), what, condition);
    }

    private static List<CustomerId> ids(List<Customer> customers) {
        return customers.stream().map(Customer::id).toList();
    }
}
