package sandbox.journal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import sandbox.settings.StartUp;
import sandbox.state.Restorable;

/** The latest requests and answers, numbered in the order in which they finished. */
@Component
public class Journal implements Restorable {

    private final AtomicReferenceArray<JournalEntry> ring;
    private volatile long last;
    private volatile long cleared;

    Journal(StartUp startUp) {
        ring = new AtomicReferenceArray<>(startUp.journalSize());
    }

    /** Numbers and keeps the entry; the number never starts again, not even after clearing. */
    public synchronized long append(JournalEntry entry) {
        var number = last + 1;
        ring.set(slot(number), entry.numbered(number));
        last = number;
        return number;
    }

    /** Entries after the number {@code since} that fit, oldest first, at most {@code limit}. */
    public List<JournalEntry> entries(long since, Predicate<JournalEntry> fitting, int limit) {
        var oldest = Math.max(Math.max(since, cleared), last - ring.length());
        return LongStream.rangeClosed(oldest + 1, last)
                .mapToObj(number -> ring.get(slot(number)))
                .filter(entry -> entry != null && entry.seq() > oldest && fitting.test(entry))
                .limit(limit)
                .toList();
    }

    /** The number of the latest entry; 0 before the first. */
    public long last() {
        return last;
    }

    public synchronized void clear() {
        for (var i = 0; i < ring.length() && i < last; i++) {
            ring.set(i, null);
        }
        cleared = last;
    }

    /** The journal tells what happened; putting a state back does not unmake that. */
    @Override
    public Runnable remember() {
        return () -> {};
    }

    @Override
    public void reset() {
        clear();
    }

    private int slot(long number) {
        return (int) (number % ring.length());
    }
}
