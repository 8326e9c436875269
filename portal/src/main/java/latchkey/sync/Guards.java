package latchkey.sync;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latchkey.directory.AttributeChanges;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.sync.dataverse.Contact;
import org.springframework.stereotype.Component;

/** What a change must not be, to be written without a person's word. */
@Component
class Guards {

    private final Mappings mappings;
    private final Memory memory;
    private final SharedAddress sharedAddress;
    private final ManyChanges manyChanges;
    private final GuardSettings settings;
    private final Clock clock;

    Guards(
            Mappings mappings,
            Memory memory,
            SharedAddress sharedAddress,
            ManyChanges manyChanges,
            GuardSettings settings,
            Clock clock) {
        this.mappings = mappings;
        this.memory = memory;
        this.sharedAddress = sharedAddress;
        this.manyChanges = manyChanges;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the guards say.
     *
     * @param hold why a person has to look; empty when it may be written
     * @param news what is new about it, to be remembered
     */
    record Judgement(Optional<Hold> hold, List<Change> news) {}

    /** Why, and which attributes it is about. */
    record Hold(Reason reason, String attributes) {}

    Judgement judge(Claimed row, Contact contact, Directory directory, Customer customer, AttributeChanges changes) {
        var known = memory.of(row.directory(), row.contact());
        var news = memory.news(row.directory(), mappings.of(row.directory()), customer, changes, known);
        return new Judgement(
                row.isReleased(contact)
                        ? Optional.empty()
                        : hold(row, contact, directory, customer, changes, news, known),
                news);
    }

    private Optional<Hold> hold(
            Claimed row,
            Contact contact,
            Directory directory,
            Customer customer,
            AttributeChanges changes,
            List<Change> news,
            Map<String, Memory.Applied> known) {
        return Fitness.check(changes, directory)
                .or(() -> claim(row, contact, news, known))
                .or(() -> flipFlop(news, known))
                .or(() -> settings.sharedAddresses()
                        ? Optional.empty()
                        : sharedAddress.check(directory, customer, mappings.of(row.directory()), changes))
                .or(() -> row.isCounted(contact) ? Optional.empty() : manyChanges.check(row, news));
    }

    /** A sign-in with an old token writes what was just replaced back into the contact (Dataverse facts §2). */
    private Optional<Hold> claim(Claimed row, Contact contact, List<Change> news, Map<String, Memory.Applied> known) {
        var now = clock.instant();
        return mappings.isSavedByWebPortal(row.directory(), contact)
                ? held(
                        Reason.CLAIM_REVERTED,
                        returns(news, known, applied -> applied.isFresh(now, settings.freshEdit())))
                : Optional.empty();
    }

    private Optional<Hold> flipFlop(List<Change> news, Map<String, Memory.Applied> known) {
        var since = clock.instant().minus(settings.flipFlop().within());
        var most = settings.flipFlop().returns();
        return held(Reason.FLIP_FLOP, returns(news, known, applied -> applied.returnsSince(since) >= most));
    }

    /** The changes back to a value that was replaced, of attributes that were written so. */
    private static Stream<Change> returns(
            List<Change> news, Map<String, Memory.Applied> known, Predicate<Memory.Applied> written) {
        return news.stream().filter(change -> {
            var applied = known.get(change.attribute());
            return applied != null && applied.isReturn(change) && written.test(applied);
        });
    }

    private static Optional<Hold> held(Reason reason, Stream<Change> about) {
        var attributes = about.map(Change::attribute).sorted().toList();
        return attributes.isEmpty() ? Optional.empty() : Optional.of(new Hold(reason, String.join(" ", attributes)));
    }
}
