package latchkey.helpdesk.search;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;

/** What is kept of a search: whom it found and where it looked, never what was typed and nobody's name. */
record KeptSearch(List<Hit> hits, SortedSet<Place> tried, SortedSet<Place> unanswered, boolean more) {

    /** One customer found. */
    record Hit(String directory, UUID id, SortedSet<Place> places) {

        CustomerId customer() {
            return new CustomerId(new DirectoryId(directory), id);
        }
    }

    static KeptSearch of(Result result) {
        var hits = result.found().stream()
                .map(found -> new Hit(
                        found.customer().id().directory().value(),
                        found.customer().id().objectId(),
                        found.places()))
                .toList();
        return new KeptSearch(hits, result.tried(), result.unanswered(), result.more());
    }
}
