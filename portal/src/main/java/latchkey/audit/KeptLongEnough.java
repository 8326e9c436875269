package latchkey.audit;

import java.util.List;
import java.util.stream.Collectors;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;

/** Refuses a start on settings that would move away what a rule of the help desk still looks back on. */
final class KeptLongEnough {

    private KeptLongEnough() {}

    /**
     * Compares what is kept with every look back.
     *
     * @throws CannotStart naming each that is longer than what is kept
     */
    static void demand(AuditSettings.Retention retention, List<LooksBack> looks) {
        var kept = retention.keepFor();
        var longer = looks.stream()
                .flatMap(LooksBack::reaches)
                .filter(reach -> kept != null && reach.far().compareTo(kept) > 0)
                .map(reach -> "%s (%s)".formatted(reach.what(), words(reach)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!longer.isEmpty()) {
            throw new CannotStart(
                    ExitCode.USAGE,
                    "latchkey.audit.retention.keep-for is shorter than what the trail is asked for: %s. Keep entries at least as long, or shorten those."
                            .formatted(longer));
        }
    }

    private static String words(LooksBack.Reach reach) {
        return reach.far().toDays() > 0
                ? reach.far().toDays() + "d"
                : reach.far().toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
