package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditPage;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.Outcome;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailPastTest {

    private final WrittenTrail trail = new WrittenTrail();
    private final Past past = new TrailPast(trail);

    @Test
    void theLastBlockIsToldWithItsReason() {
        trail.announced("block-sign-in", Outcome.done("r-1"));

        assertThat(past.blockOf(CustomerBuilder.JAN)).hasValueSatisfying(block -> {
            assertThat(block.actor()).isEqualTo("Kim");
            assertThat(block.reason()).isEqualTo("card was stolen");
        });
    }

    @Test
    void aBlockThatFailedBlockedNobody() {
        trail.announced("block-sign-in", Outcome.failed("directory-refused", "r-1"));

        assertThat(past.blockOf(CustomerBuilder.JAN)).isEmpty();
    }

    @Test
    void aBlockThatWasOpenedAgainIsOver() {
        trail.announced("block-sign-in", Outcome.done("r-1"));
        trail.announced("unblock-sign-in", Outcome.done("r-2"));

        assertThat(past.blockOf(CustomerBuilder.JAN)).isEmpty();
    }

    @Test
    void aChangeWithoutOutcomeIsUnderWay() {
        trail.announced("edit-attributes", null);

        assertThat(past.of(CustomerBuilder.JAN, 10))
                .extracting(PastEvent::ending)
                .containsExactly(Ending.RUNNING);
    }

    @Test
    void aNoteWithACodeIsARefusal() {
        trail.noted("reset-password", "caller-not-verified");

        assertThat(past.of(CustomerBuilder.JAN, 10)).singleElement().satisfies(event -> {
            assertThat(event.ending()).isEqualTo(Ending.REFUSED);
            assertThat(event.code()).isEqualTo("caller-not-verified");
        });
    }

    @Test
    void theNewestComesFirst() {
        trail.announced("reset-password", Outcome.done("r-1"));
        trail.announced("edit-attributes", Outcome.done("r-2"));

        assertThat(past.of(CustomerBuilder.JAN, 10))
                .extracting(PastEvent::action)
                .containsExactly("edit-attributes", "reset-password");
    }

    /** A trail in memory: a minute passes between entries. */
    private static final class WrittenTrail implements AuditReader {

        private final List<AuditEntry> entries = new ArrayList<>();

        void announced(String action, @Nullable Outcome outcome) {
            add(action, true, null, outcome);
        }

        void noted(String action, String code) {
            add(action, false, code, null);
        }

        @Override
        public AuditPage read(AuditQuestion question) {
            var answer = entries.stream()
                    .filter(entry -> question.action() == null
                            || question.action().equals(entry.announcement().action()))
                    .filter(entry -> CustomerBuilder.JAN.subject().equals(question.subject()))
                    .sorted(Comparator.comparingLong(AuditEntry::sequence).reversed())
                    .limit(question.limit())
                    .toList();
            return new AuditPage(answer, null);
        }

        @Override
        public Optional<AuditEntry> byId(UUID id) {
            return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        }

        private void add(String action, boolean announced, @Nullable String code, @Nullable Outcome outcome) {
            var kim = new Actor(Actor.Kind.AGENT, "issuer#kim", "Kim", Set.of("agent"));
            var announcement = new Announcement(
                    kim, action, CustomerBuilder.JAN.subject(), null, "card was stolen", null, Map.of(), Map.of());
            var at = Instant.parse("2026-11-18T08:00:00Z").plusSeconds(60L * entries.size());
            entries.add(new AuditEntry(
                    entries.size() + 1L, UUID.randomUUID(), at, announcement, announced, code, outcome, at, false));
        }
    }
}
