package sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import sandbox.tenants.Tenants;

/** A crowd of 20,000, of whom nearly nobody is there until somebody looks; {@link LargeCrowd} measures a million. */
class CrowdTest {

    private static final int SIZE = 20_000;
    private static final AnnotationConfigApplicationContext PARTS = LargeCrowd.parts(SIZE);

    private final Directories directories = PARTS.getBean(Directories.class);
    private final Directory directory = directories.of(Tenants.CUSTOMERS);
    private final Contacts contacts = PARTS.getBean(Contacts.class);

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @BeforeEach
    void startOver() {
        directories.reset();
        contacts.reset();
    }

    @Test
    void everybodyComesOnceAndInOrderInPages() {
        var ids = new ArrayList<String>();
        for (var page = page(""); !page.isEmpty(); page = page(page.getLast().id())) {
            page.forEach(user -> ids.add(user.id()));
        }

        assertThat(ids).hasSizeGreaterThan(SIZE).hasSize(directory.size()).isSorted();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void anybodyIsFoundInLessThanAMillisecond() {
        var some = directory.usersAfter("7", null).limit(2_000).toList();

        assertThat(median(some, user -> assertThat(directory.user(user.id())).contains(user)))
                .isLessThan(Duration.ofMillis(1));
        assertThat(median(
                        some,
                        user -> assertThat(directory.named(user.principalName(), null))
                                .contains(user)))
                .isLessThan(Duration.ofMillis(1));
        assertThat(median(
                        some,
                        user -> assertThat(LargeCrowd.found(directory, user)).isEqualTo(user)))
                .isLessThan(Duration.ofMillis(1));
        assertThat(median(
                        some,
                        user -> assertThat(LargeCrowd.number(directory, user)).isEqualTo(user)))
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void whatIsUniqueBelongsToOneOnly() {
        var names = directory
                .usersAfter("", null)
                .flatMap(user -> user.identities().stream())
                .toList();

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void whoChangesIsFoundByTheNewNameAndNoLongerByTheOld() {
        var somebody = directory.usersAfter("8", null).findFirst().orElseThrow();
        var before = String.valueOf(somebody.text("displayName"));

        directory.change(somebody.id(), user -> user.with(Map.of("displayName", "Quirin Quast")), "test");

        assertThat(directory.holders("displayName", "quirin quast", null)).containsExactly(somebody.id());
        assertThat(directory.holders("displayName", before, null)).doesNotContain(somebody.id());
        assertThat(directory
                        .usersBy(
                                "displayName",
                                Directory.sortKey(somebody.with(Map.of("displayName", "Quir")), "displayName"),
                                null)
                        .findFirst()
                        .map(User::id))
                .contains(somebody.id());
        assertThat(directory.usersAfter("8", null).findFirst().map(user -> user.text("displayName")))
                .contains("Quirin Quast");
    }

    @Test
    void whoIsDeletedIsInNoListAndWhoIsRestoredIsInAllAgain() {
        var somebody = directory.usersAfter("9", null).findFirst().orElseThrow();

        directory.delete(somebody.id(), "test");

        assertThat(directory.user(somebody.id())).isEmpty();
        assertThat(directory.usersAfter("9", null).findFirst()).isNotEqualTo(java.util.Optional.of(somebody));
        assertThat(directory.named(somebody.principalName(), null)).isEmpty();

        directory.restore(somebody.id(), "test");

        assertThat(directory.usersAfter("9", null).findFirst()).contains(somebody);
        assertThat(directory.named(somebody.principalName(), null)).contains(somebody);
    }

    @Test
    void aStateIsPutBackWithThoseWhoHadChangedByThen() {
        var one = directory.usersAfter("a", null).findFirst().orElseThrow();
        var other = directory.usersAfter("b", null).findFirst().orElseThrow();
        directory.change(one.id(), user -> user.with(Map.of("city", "Then")), "test");
        var then = directories.remember();
        directory.change(one.id(), user -> user.with(Map.of("city", "Later")), "test");
        directory.change(other.id(), user -> user.with(Map.of("city", "Later")), "test");

        then.run();

        assertThat(directory.user(one.id()).map(user -> user.text("city"))).contains("Then");
        assertThat(directory.user(other.id())).contains(other);
    }

    @Test
    void aContactOfTheCrowdIsChangedLikeAnyOther() {
        var customer = directory.usersAfter("c", null).findFirst().orElseThrow();
        var contact = contacts.contactOf(customer.id()).orElseThrow();
        var all = contacts.all().count();

        contacts.change(contact.id(), Map.of(Contact.LAST_NAME, "Quast"), Author.BACK_OFFICE);

        assertThat(contacts.contactOf(customer.id()).map(now -> now.text(Contact.LAST_NAME)))
                .contains("Quast");
        assertThat(contacts.all().filter(now -> now.id().equals(contact.id())))
                .singleElement()
                .satisfies(now -> assertThat(now.version()).isGreaterThan(contact.version()));
        assertThat(contacts.all()).hasSize((int) all);
    }

    @Test
    void ofAValueThatMostHaveNobodyMakesAList() {
        var brand = Tenants.EXTENSIONS_APP.attribute("Brand");

        assertThat(directory.holders(brand, "Contoso", null)).isNull();
        assertThat(directory.holders(brand, "Nobody's", null)).isEmpty();
    }

    private List<User> page(String after) {
        return directory.usersAfter(after, null).limit(999).toList();
    }

    private static Duration median(List<User> users, Consumer<User> lookUp) {
        var nanos = users.stream()
                .filter(user -> !user.identities().getFirst().signInType().equals(Identity.PRINCIPAL_NAME))
                .mapToLong(user -> {
                    var before = System.nanoTime();
                    lookUp.accept(user);
                    return System.nanoTime() - before;
                })
                .toArray();
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[nanos.length / 2]);
    }
}
