package sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller's {@code Prefer} header asks for. */
record Preferences(@Nullable Integer maxPageSize, boolean returnsRow, boolean tracksChanges) {

    private static final Pattern MAX_PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d{1,6})");

    static Preferences read(String prefer) {
        Matcher size = MAX_PAGE_SIZE.matcher(prefer);
        return new Preferences(
                size.find() ? Integer.valueOf(size.group(1)) : null,
                prefer.contains("return=representation"),
                prefer.contains("odata.track-changes"));
    }

    String applied() {
        List<String> applied = new ArrayList<>();
        if (tracksChanges) {
            applied.add("odata.track-changes");
        }
        if (maxPageSize != null) {
            applied.add("odata.maxpagesize=" + maxPageSize);
        }
        return String.join(",", applied);
    }
}
