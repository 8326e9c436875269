package latchkey.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.Contacts;
import org.jspecify.annotations.Nullable;

/** Counts what a mapping would change at all customers of a directory; holds one page of contacts at a time. */
final class PreviewCount {

    private static final int AT_ONCE = 8;

    private final Preview preview;
    private final Contacts contacts;
    private final Mappings mappings;
    private final int samples;
    private final Map<String, Counted> changes = new TreeMap<>();
    private final Map<String, Long> notLinked = new TreeMap<>();
    private long read;
    private long different;

    PreviewCount(Preview preview, Contacts contacts, Mappings mappings, int samples) {
        this.preview = preview;
        this.contacts = contacts;
        this.mappings = mappings;
        this.samples = samples;
    }

    /** How many contacts would change an attribute so, and some of them. */
    record Counted(long contacts, List<Sample> samples) {}

    /** One of them. */
    record Sample(UUID contact, Preview.Line line) {}

    void count(DirectoryId directory) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            @Nullable String from = null;
            do {
                var page = contacts.page(directory, mappings.of(directory).columns(), from);
                all(threads, directory, page.contacts());
                from = page.next();
            } while (from != null);
        }
    }

    long read() {
        return read;
    }

    long different() {
        return different;
    }

    /** By reason. */
    Map<String, Long> notLinked() {
        return notLinked;
    }

    /** By attribute and kind, such as {@code surname set}. */
    Map<String, Counted> changes() {
        return changes;
    }

    private void all(ExecutorService threads, DirectoryId directory, List<Contact> page) {
        var looks = page.stream()
                .<Callable<Preview.Shown>>map(contact -> () -> preview.of(directory, contact))
                .toList();
        try {
            var shown = threads.invokeAll(looks);
            for (var i = 0; i < page.size(); i++) {
                count(page.get(i), shown.get(i).get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void count(Contact contact, Preview.Shown shown) {
        read++;
        different += shown.changes().isEmpty() ? 0 : 1;
        if (shown.reason() != null) {
            notLinked.merge(shown.reason(), 1L, Long::sum);
        }
        shown.changes()
                .forEach(line -> changes.merge(
                        line.attribute() + " " + line.kind(),
                        new Counted(1, List.of(new Sample(contact.id(), line))),
                        this::together));
    }

    private Counted together(Counted known, Counted one) {
        var some = new ArrayList<>(known.samples());
        if (some.size() < samples) {
            some.addAll(Objects.requireNonNull(one).samples());
        }
        return new Counted(known.contacts() + 1, some);
    }
}
