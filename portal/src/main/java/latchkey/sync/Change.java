package latchkey.sync;

import org.jspecify.annotations.Nullable;

/**
 * The change of one attribute, in marks.
 *
 * @param value what it becomes
 * @param replaced what it was
 * @param address the new address, when it is one
 * @param moved whether an address is replaced or cleared
 * @param domains the mail domains it leaves and comes to, when these differ
 * @param cleared whether a name is cleared
 */
record Change(
        String attribute,
        String value,
        String replaced,
        @Nullable String address,
        boolean moved,
        @Nullable String domains,
        boolean cleared) {

    /** Whether it is worth counting among those of other contacts. */
    boolean counts() {
        return address != null || moved || cleared;
    }
}
