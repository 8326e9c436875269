package benchmarks.proofs.quota;

import benchmarks.proofs.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page that tells what a run of the proof came to. */
final class Report {

    private Report() {}

    static String of(Figures figures) {
        return """
            # Proof of the quota governor

            `./latchkey prove quota` starts a sandbox that enforces Graph's budgets (3,000 writes in 150 seconds for an app in a
            tenant; who is refused is charged as well) and one node of the portal that takes webhooks without working on them. When
            all changes are queued it starts two working nodes on one database. On each an agent opens one customer after the
            other. The figures come from the sandbox's journal; the waits from the nodes (`/api/v1/quota`).

            The budget of the time between the first and the last write is 3,000 and 20 for each second.

            | | goal | |
            |---|---|---|
            | verdict | | %s |
            | changes queued | | %d |
            | written | | %d |
            | from the first write to the last | at least 300 s | %.0f s |
            | part of the write budget used | at least 97 %% | %.1f %% |
            | answers of Graph | | %d |
            | of them 429 | less than 0.1 %% | %d (%.3f %%) |
            | customers opened by agents meanwhile | | %d |
            | median wait of an agent's call for a permit | less than 50 ms | %.2f ms |
            | day | | %s |
            | machine | | %s |
            """.formatted(
                        figures.reached() ? "**reached**" : "**not reached**",
                        figures.changes(),
                        figures.written(),
                        figures.lasted().toMillis() / 1e3,
                        100 * figures.used(),
                        figures.answers(),
                        figures.refused(),
                        100 * figures.refusedPart(),
                        figures.clicks(),
                        figures.medianWaitMillis(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.words());
    }
}
