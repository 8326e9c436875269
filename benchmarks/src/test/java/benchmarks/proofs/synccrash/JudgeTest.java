package benchmarks.proofs.synccrash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each flaw is planted into a story and must be found; what is only slow or unlucky must not be blamed. */
class JudgeTest {

    @Test
    void aStoryThatWentWellIsNotBlamed() {
        var jan = new Telling().accepted("A").pushed("A").accepted("B").pushed("B");
        assertThat(jan.finding()).isEqualTo(new Judge.Finding(java.util.Optional.empty(), 0));
    }

    @Test
    void anAcceptedEditThatNeverArrivedIsFound() {
        assertThat(new Telling().accepted("A").kind()).isEqualTo(Violation.Kind.LOST);
    }

    @Test
    void theLastAcceptedEditOfSeveralThatNeverArrivedIsFound() {
        assertThat(new Telling().accepted("A").pushed("A").accepted("B").kind()).isEqualTo(Violation.Kind.LOST);
    }

    @Test
    void anOlderValueWrittenLastIsFound() {
        var jan = new Telling().accepted("A").accepted("B").pushed("B").pushed("A");
        assertThat(jan.kind()).isEqualTo(Violation.Kind.OLDER_LAST);
    }

    @Test
    void anOlderValueWrittenLastIsFoundThoughTheNewerOneWasNeverAccepted() {
        var jan = new Telling().accepted("A").refused("B").pushed("B").pushed("A");
        assertThat(jan.kind()).isEqualTo(Violation.Kind.OLDER_LAST);
    }

    @Test
    void aSwallowedWayBackIsFound() {
        var jan = new Telling()
                .accepted("A")
                .pushed("A")
                .accepted("B")
                .pushed("B")
                .accepted("A");
        assertThat(jan.kind()).isEqualTo(Violation.Kind.LOST);
    }

    @Test
    void aWayThereAndBackThatNobodySawIsNotBlamed() {
        var jan = new Telling().accepted("A").pushed("A").accepted("B").accepted("A");
        assertThat(jan.finding()).isEqualTo(new Judge.Finding(java.util.Optional.empty(), 0));
    }

    @Test
    void aMixtureOfTwoVersionsIsFound() {
        var jan = new Telling()
                .accepted(Map.of("lastname", "A", "firstname", "a"))
                .pushed(Map.of("surname", "A", "givenName", "a"))
                .accepted(Map.of("lastname", "B", "firstname", "b"))
                .pushed(Map.of("surname", "B"));
        assertThat(jan.kind()).isEqualTo(Violation.Kind.MIXED);
    }

    @Test
    void anEditThatNobodyAcceptedMayBeMissing() {
        assertThat(new Telling()
                        .accepted("A")
                        .pushed("A")
                        .refused("B")
                        .finding()
                        .violation())
                .isEmpty();
        assertThat(new Telling().refused("A").finding().violation()).isEmpty();
    }

    @Test
    void anEditThatNobodyAcceptedMayArriveWithALaterOne() {
        var jan = new Telling().accepted("A").refused("B").pushed("B");
        assertThat(jan.finding().violation()).isEmpty();
    }

    @Test
    void anOlderValueThatWasRepairedIsCountedAndNotBlamed() {
        var jan = new Telling()
                .accepted("A")
                .accepted("B")
                .pushed("B")
                .pushed("A")
                .pushed("B");
        assertThat(jan.finding()).isEqualTo(new Judge.Finding(java.util.Optional.empty(), 1));
    }

    @Test
    void aWriteToSomebodyWhoseContactNobodyEditedIsFound() {
        assertThat(Judge.strangers(Set.of("jan", "una"), Set.of("jan")))
                .extracting(Violation::kind, Violation::contact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Violation.Kind.STRANGER, "una"));
    }

    /** The story of Jan, told step by step. */
    private static final class Telling {

        private final Map<String, String> contact =
                new HashMap<>(Map.of("lastname", "Jansen", "firstname", "Jan", "emailaddress1", "jan@example.com"));
        private final Map<String, String> customer =
                new HashMap<>(Map.of("surname", "Jansen", "givenName", "Jan", "mail", "jan@example.com"));
        private final List<Story.Edit> edits = new ArrayList<>();
        private final Set<Long> accepted = new TreeSet<>();
        private final List<Story.Change> changes = new ArrayList<>();
        private long version = 100;

        Telling accepted(String lastName) {
            return accepted(Map.of("lastname", lastName));
        }

        Telling accepted(Map<String, String> columns) {
            edited(columns);
            accepted.add(version);
            return this;
        }

        Telling refused(String lastName) {
            edited(Map.of("lastname", lastName));
            return this;
        }

        Telling pushed(String surname) {
            return pushed(Map.of("surname", surname));
        }

        Telling pushed(Map<String, String> attributes) {
            changes.add(new Story.Change(some(customer, attributes.keySet()), attributes));
            customer.putAll(attributes);
            return this;
        }

        Judge.Finding finding() {
            return Judge.finding(new Story("contact", "customer", edits, accepted, changes, customer));
        }

        Violation.Kind kind() {
            return finding().violation().orElseThrow().kind();
        }

        private void edited(Map<String, String> columns) {
            edits.add(new Story.Edit(version, version + 1, some(contact, columns.keySet()), columns));
            contact.putAll(columns);
            version++;
        }

        private static Map<String, String> some(Map<String, String> values, Set<String> names) {
            var some = new HashMap<>(values);
            some.keySet().retainAll(names);
            return some;
        }
    }
}
