package benchmarks.proofs.desk;

import benchmarks.proofs.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page that tells what a run of the proof came to. */
final class Report {

    private Report() {}

    static String of(Plan plan, Figures figures) {
        return """
            # Proof of the desk

            `./latchkey prove desk` starts a sandbox that takes 80 ms for each call of Graph and enforces its budgets (the lane of five
            calls in ten seconds for methods and logs included), and one node of the portal with the demo's settings. Every agent signs
            in with a browser of their own and opens a customer; then they open customers at moments that were drawn before, so that a
            slow page delays nobody else's. Every tenth also asks for the customer's methods. A contact is edited every two seconds, so
            that the collector has something to read. The calls come from the sandbox's journal.

            | | goal | |
            |---|---|---|
            | verdict | | %s |
            | agents | | %d |
            | customers opened | | %d in %d minutes (%d an hour planned) |
            | page, median | | %.0f ms |
            | page, p95 | less than 1000 ms | %.0f ms |
            | page, longest | | %.0f ms |
            | pages or panels that were not what was asked for | 0 | %d |
            | reads of a user for each page | at most 2 | %.2f |
            | times that methods were asked for | | %d, median %.0f ms |
            | calls for methods | one for each time asked | %d |
            | calls for the log, all of the collector's | | %d |
            | answers 429 | 0 | %d |
            | contacts edited meanwhile | | %d |
            | seed | | %d |
            | day | | %s |
            | machine | | %s |
            """.formatted(
                        figures.reached() ? "**reached**" : "**not reached**",
                        plan.agents(),
                        figures.pages().count(),
                        plan.lasting().toMinutes(),
                        plan.pagesPerHour(),
                        figures.pages().median(),
                        figures.pages().percentile(95),
                        figures.pages().percentile(100),
                        figures.wrong(),
                        figures.readsPerPage(),
                        figures.methods().count(),
                        figures.methods().count() == 0 ? 0 : figures.methods().median(),
                        figures.methodCalls(),
                        figures.logCalls(),
                        figures.refused(),
                        figures.edits(),
                        plan.seed(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.words());
    }
}
