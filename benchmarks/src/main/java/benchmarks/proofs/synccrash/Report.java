package benchmarks.proofs.synccrash;

import benchmarks.proofs.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page that tells what a run of the proof came to. */
final class Report {

    private Report() {}

    static String of(Tally tally, int wanted) {
        var text = new StringBuilder();
        text.append("""
            # Crash proof of the contact sync

            %s

            `./latchkey prove sync-crash` starts sandbox and portal and lets the portal die, once a round, among %d edits of %d
            contacts, of which a few get half of them. It dies by `kill -9` at a random moment, also together with its database, or
            halts itself at a place in the engine that has a name. Ten edits of each round are made while nobody listens. In about
            half of the rounds Graph also loses answers, carries writes out late and refuses some, and in half it shows old values
            for up to two seconds. The portal is started again on the same data, takes the rest, and is given time to come to rest.

            Then a judge that shares no code with the engine reads the sandbox's journal (which webhooks were answered 2xx, whom the
            sync wrote to) and its history of contacts and users, and looks for: an accepted edit that neither itself nor by a newer
            one is in the directory; an older version that stands where a newer one had been; values the contact never had; a write
            to a customer whose contact nobody edited. `JudgeTest` plants each of these. A portal that does not come to rest within three
            minutes is a violation too.

            What differs from an ordinary installation: settings shorten the engine's times from minutes to seconds (how long reads
            may lag, how long an unanswered write may still happen, the waits between attempts and mails), because each round has to
            wait for them; guards do not hold what many contacts change at once; and the JVM compiles quickly and makes parts when they are first used. The sandbox stands in for Microsoft.

            | | |
            |---|---|
            | verdict | %s |
            | rounds | %d of %d |
            """.formatted(
                        verdict(tally, wanted),
                        Round.EDITS,
                        60,
                        tally.violations().isEmpty()
                                ? "no violation"
                                : tally.violations().size() + " violations",
                        tally.rounds(),
                        wanted));
        row(text, "edits", tally.edits());
        row(text, "accepted (webhook answered 2xx)", tally.accepted());
        row(text, "writes to the directory", tally.writes());
        row(text, "contacts judged", tally.contacts());
        row(text, "older version shown for a moment and put right", tally.stepsBack());
        row(text, "seed", tally.seed());
        row(text, "begun", LocalDate.ofInstant(tally.begun(), ZoneOffset.UTC));
        row(text, "time in rounds", "%.0f s".formatted(tally.seconds()));
        row(
                text,
                "mean time from start to healthy on this machine",
                "%.1f s".formatted(tally.secondsToStart() / Math.max(1, tally.rounds())));
        row(text, "longest time to rest after the last edit", "%.1f s".formatted(tally.longestToRest()));
        row(text, "machine", Machine.words());
        text.append("\n| how it died | rounds |\n|---|---|\n");
        tally.deaths().forEach((death, count) -> row(text, death, count));
        if (!tally.violations().isEmpty()) {
            text.append("\nViolations:\n\n");
            tally.violations()
                    .forEach(violation -> text.append("- ").append(violation).append('\n'));
        }
        return text.toString();
    }

    private static String verdict(Tally tally, int wanted) {
        if (!tally.violations().isEmpty()) {
            return "**The sync did not keep its word; the violations stand below.**";
        }
        return tally.rounds() < wanted
                ? "**No violation in the %d rounds that were run; %d are the goal, and the same command goes on where it stopped.**"
                        .formatted(tally.rounds(), wanted)
                : "**Every accepted edit was in the directory, and the newest version won, in all %d rounds.**"
                        .formatted(tally.rounds());
    }

    private static void row(StringBuilder text, String name, Object value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
}
