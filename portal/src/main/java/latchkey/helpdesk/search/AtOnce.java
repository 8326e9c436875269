package latchkey.helpdesk.search;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Does several slow things at the same time, each on a thread of its own. */
final class AtOnce {

    private AtOnce() {}

    /** The answers in the order of the questions; throws what a question throws. */
    static <T> List<T> all(List<Supplier<T>> questions) {
        if (questions.size() == 1) {
            return List.of(questions.getFirst().get());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = questions.stream()
                    .map(question -> CompletableFuture.supplyAsync(question, threads))
                    .toList();
            return asked.stream().map(AtOnce::answer).toList();
        }
    }

    private static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
