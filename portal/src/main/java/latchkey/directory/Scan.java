package latchkey.directory;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reading a whole directory, in as much memory as a page takes. Every method may throw a {@link DirectoryFailure}, after
 * repeating what may succeed by being repeated.
 */
public interface Scan {

    /**
     * One page of all customers, in an order of the directory's own.
     *
     * @param attributes what to read of them
     * @param from where an earlier page said that it goes on; null for the first page. A directory forgets such places after a
     *     while, which is a transient failure that stays: then begin anew
     */
    CustomerPage page(Set<AttributeKey> attributes, @Nullable String from);

    /** All pages from there, each read when it is asked for. */
    default Stream<CustomerPage> pages(Set<AttributeKey> attributes, @Nullable String from) {
        return Stream.iterate(
                page(attributes, from),
                Objects::nonNull,
                page -> page.next() == null ? null : page(attributes, page.next()));
    }
}
