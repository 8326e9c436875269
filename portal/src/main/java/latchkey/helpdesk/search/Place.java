package latchkey.helpdesk.search;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place that was looked at.
 *
 * @param match what sort of place
 * @param label what pages call the attribute, null for other places
 */
record Place(Match match, @Nullable String label) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::match).thenComparing(place -> place.label() == null ? "" : place.label());

    static Place of(Match match) {
        return new Place(match, null);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
