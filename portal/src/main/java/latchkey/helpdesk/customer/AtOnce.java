package latchkey.helpdesk.customer;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import latchkey.tracing.Spans;
import org.springframework.stereotype.Component;

/** Asks several questions at the same time, each on its own virtual thread. */
@Component
class AtOnce {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Spans spans;

    AtOnce(Spans spans) {
        this.spans = spans;
    }

    /** Starts asking; the supplier waits for the answer and throws what the question threw. */
    <T> Supplier<T> ask(Supplier<T> question) {
        var answer = CompletableFuture.supplyAsync(spans.carried(question), threads);
        return () -> answerOf(answer);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static <T> T answerOf(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
