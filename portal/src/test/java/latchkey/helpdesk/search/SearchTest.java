package latchkey.helpdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.InMemoryDirectory;
import latchkey.helpdesk.population.TestPopulations;
import latchkey.testing.Employees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Finding a customer, in the directory and through their contact. */
class SearchTest {

    private static final UUID JANS_CONTACT = UUID.fromString("c0000000-0000-4000-8000-000000000010");

    private final InMemoryDirectory directory = new InMemoryDirectory("contoso");
    private final CustomerId jan = directory.add("Jan Novák", "jan.novak@example.com", "C-900010");
    private final CustomerId conor = directory.add("Conor O'Neil", "conor.o'neil@example.com", "C-900008");
    private final PaperContacts contacts = new PaperContacts();
    private final Search search = search(contacts);

    @Test
    void aSignInNameFindsItsOwner() {
        var result = look("jan.novak@example.com");

        assertThat(ids(result)).containsExactly(jan);
        assertThat(result.found().getFirst().surest()).isEqualTo(Place.of(Match.SIGN_IN_EMAIL));
        assertThat(result.isOneExactly()).isTrue();
    }

    @Test
    void aPhoneIsFoundThroughTheContact() {
        contacts.link("+420601123456", jan);

        var result = look("+420 601 123 456");

        assertThat(ids(result)).containsExactly(jan);
        assertThat(result.found().getFirst().places()).containsExactly(Place.of(Match.CONTACT_PHONE));
    }

    @Test
    void theIdOfAContactFindsTheCustomer() {
        contacts.link(JANS_CONTACT.toString(), jan);

        assertThat(ids(look(JANS_CONTACT.toString()))).containsExactly(jan);
    }

    @Test
    void whoeverIsFoundInTwoWaysIsListedOnceWithBoth() {
        contacts.link("jan.novak@example.com", jan);

        var result = look("jan.novak@example.com");

        assertThat(result.found()).hasSize(1);
        assertThat(result.found().getFirst().places())
                .containsExactly(Place.of(Match.SIGN_IN_EMAIL), Place.of(Match.CONTACT_EMAIL));
    }

    @Test
    void aLinkedCustomerWhoIsKnownAlreadyIsNotAskedForAgain() {
        contacts.link("jan.novak@example.com", jan);

        look("jan.novak@example.com");

        assertThat(directory.calls()).isEqualTo(2);
    }

    @Test
    void aContactThatPointsToNobodyFindsNobody() {
        contacts.link("gil@example.com", new CustomerId(directory.id(), UUID.randomUUID()));

        var result = look("gil@example.com");

        assertThat(result.found()).isEmpty();
        assertThat(result.tried())
                .containsExactly(
                        Place.of(Match.SIGN_IN_EMAIL), Place.of(Match.MAIL_ADDRESS), Place.of(Match.CONTACT_EMAIL));
    }

    @Test
    void aCustomerNumberFindsItsOwnerAndSaysHow() {
        var result = look("C-900010");

        assertThat(ids(result)).containsExactly(jan);
        assertThat(result.found().getFirst().surest()).isEqualTo(new Place(Match.ATTRIBUTE, "Customer number"));
    }

    @Test
    void aNameIsNeverExact() {
        var result = look("jan n");

        assertThat(ids(result)).containsExactly(jan);
        assertThat(result.isOneExactly()).isFalse();
    }

    @Test
    void anApostropheIsPartOfAName() {
        assertThat(ids(look("Conor O'"))).containsExactly(conor);
        assertThat(ids(look("conor.o'neil@example.com"))).containsExactly(conor);
    }

    @Test
    void noMoreThanAPersonReadsIsListed() {
        IntStream.range(0, 40).forEach(n -> directory.add("Smith " + n, "s" + n + "@example.com", "C-" + n));

        var result = look("Smith");

        assertThat(result.found()).hasSize(25);
        assertThat(result.more()).isTrue();
    }

    @Test
    void contactsThatCannotBeAskedAreSaidSo() {
        contacts.away = true;

        var result = look("jan.novak@example.com");

        assertThat(ids(result)).containsExactly(jan);
        assertThat(result.unanswered()).containsExactly(Place.of(Match.CONTACT_EMAIL));
    }

    @Test
    void nobodyIsSaidToBeMissingWhileTheDirectoryCannotBeAsked() {
        directory.fail(new DirectoryFailure.Unavailable("away", null, null, null));

        assertThatThrownBy(() -> look("Novák")).isInstanceOf(DirectoryFailure.Unavailable.class);
    }

    @Test
    void withoutContactsOnlyTheDirectoryIsAsked() {
        var alone = search(null);

        assertThat(alone.look(Employees.kim(), "jan.novak@example.com", List.of(directory))
                        .tried())
                .containsExactly(Place.of(Match.SIGN_IN_EMAIL), Place.of(Match.MAIL_ADDRESS));
    }

    @Test
    void everyDirectoryIsSearched() {
        var fabrikam = new InMemoryDirectory("fabrikam");
        var other = fabrikam.add("Jan Jansen", "jan@example.org", "F-1");

        assertThat(ids(search.look(Employees.kim(), "Jan", List.of(directory, fabrikam))))
                .containsExactlyInAnyOrder(jan, other);
    }

    private Result look(String text) {
        return search.look(Employees.kim(), Recognition.cleaned(text), List.of(directory));
    }

    private static List<CustomerId> ids(Result result) {
        return result.found().stream().map(Found::customer).map(Customer::id).toList();
    }

    private static Search search(@Nullable ContactLookup contacts) {
        var beans = contacts == null
                ? new StaticListableBeanFactory()
                : new StaticListableBeanFactory(Map.of("contacts", contacts));
        return new Search(
                new Recognition(new SearchSettings(null, null, "Brand", null)),
                beans.getBeanProvider(ContactLookup.class),
                TestPopulations.none(new InMemoryDirectory("nowhere").alone()));
    }

    /** Contacts on a sheet of paper: what a contact has, and whom it is linked to. */
    private static final class PaperContacts implements ContactLookup {

        private final Map<String, CustomerId> links = new HashMap<>();
        private boolean away;

        void link(String value, CustomerId customer) {
            links.put(value, customer);
        }

        @Override
        public boolean covers(DirectoryId directory) {
            return true;
        }

        @Override
        public List<CustomerId> byContactId(DirectoryId directory, UUID contact) {
            return read(contact.toString());
        }

        @Override
        public List<CustomerId> byPhone(DirectoryId directory, List<String> spellings) {
            return spellings.stream()
                    .flatMap(spelling -> read(spelling).stream())
                    .toList();
        }

        @Override
        public List<CustomerId> byMailAddress(DirectoryId directory, String address) {
            return read(address);
        }

        private List<CustomerId> read(String value) {
            if (away) {
                throw new ContactsUnavailable("lost the sheet", new IllegalStateException());
            }
            return links.containsKey(value) ? List.of(links.get(value)) : List.of();
        }
    }
}
