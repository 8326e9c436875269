package latchkey.helpdesk.profile;

import org.jspecify.annotations.Nullable;

/**
 * One line of what would change.
 *
 * @param attribute the attribute's name in the directory
 * @param label what pages call it
 * @param before what is there now, null when nothing is
 * @param after what will be there, null when it is cleared
 */
public record Difference(
        String attribute,
        String label,
        @Nullable String before,
        @Nullable String after) {}
