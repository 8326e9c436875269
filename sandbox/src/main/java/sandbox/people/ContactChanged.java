package sandbox.people;

import java.util.Set;

/**
 * A contact was changed.
 *
 * @param changed logical names of the columns that were sent, whether or not the value differs, as Dataverse's own
 *     messages name them
 */
public record ContactChanged(Contact before, Contact after, Set<String> changed, Author author) {}
