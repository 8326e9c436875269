package sandbox.dataverse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller's {@code Prefer} header asks for. */
record Preferences(@Nullable Integer maxPageSize, boolean returnsRow) {

    private static final Pattern MAX_PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d{1,6})");

    /**
     * Reads the header's value.
     *
     * @throws DataverseException for change tracking, which is not played yet
     */
    static Preferences read(String prefer) {
        if (prefer.contains("odata.track-changes")) {
            throw DataverseException.badRequest("Change tracking is not enabled for this table.");
        }
        Matcher size = MAX_PAGE_SIZE.matcher(prefer);
        return new Preferences(
                size.find() ? Integer.valueOf(size.group(1)) : null, prefer.contains("return=representation"));
    }

    String applied() {
        return maxPageSize == null ? "" : "odata.maxpagesize=" + maxPageSize;
    }
}
