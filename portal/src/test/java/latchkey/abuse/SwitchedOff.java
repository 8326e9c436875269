package latchkey.abuse;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A process in which one control does nothing, and one test of it: {@code CLASS METHOD INSTEAD TESTCLASS [TESTMETHOD]}.
 * Classes are changed while they are loaded; no switch for this is in the product.
 */
public final class SwitchedOff {

    /** The test failed as it should: it saw that the control was gone. */
    static final int SEEN = 0;

    /** The test passed although its control was gone. */
    static final int BLIND = 3;

    /** There was nothing to switch off or no test, or the test broke instead of failing. */
    static final int UNCLEAR = 4;

    private SwitchedOff() {}

    /** Ends with {@link #SEEN}, {@link #BLIND} or {@link #UNCLEAR}, and says in its last line what was seen. */
    public static void main(String[] words) throws ClassNotFoundException {
        switchOff(words[0], words[1], words[2]);
        var result = run(Class.forName(words[3]), words.length > 4 ? words[4] : null);
        System.out.println(result.words());
        System.out.flush();
        // Servers that the test shares with others of its JVM would keep this process alive.
        Runtime.getRuntime().exit(result.code());
    }

    private static void switchOff(String type, String method, String instead) {
        var declared = TypePool.Default.of(ClassFileLocator.ForClassLoader.ofSystemLoader())
                .describe(type)
                .resolve()
                .getDeclaredMethods()
                .filter(named(method));
        if (declared.isEmpty()) {
            System.out.println("There is no method " + type + "#" + method);
            Runtime.getRuntime().exit(UNCLEAR);
        }
        var doing = MethodDelegation.withDefaultConfiguration()
                .filter(named(instead))
                .to(Instead.class);
        new AgentBuilder.Default()
                .ignore(none())
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .type(named(type))
                .transform((builder, described, loader, module, domain) -> builder.method(
                                named(method).and(isDeclaredBy(described)))
                        .intercept(doing))
                .installOn(ByteBuddyAgent.install());
    }

    private static Result run(Class<?> test, @Nullable String method) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .filters(only(method))
                .build();
        var watched = new Watched();
        LauncherFactory.create().execute(request, watched);
        return watched.result();
    }

    private static PostDiscoveryFilter only(@Nullable String method) {
        return descriptor -> FilterResult.includedIf(
                method == null || methodOf(descriptor).map(method::equals).orElse(false));
    }

    private static Optional<String> methodOf(TestDescriptor descriptor) {
        return descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName());
    }

    private record Result(int code, String words) {}

    private static final class Watched implements TestExecutionListener {

        private final AtomicInteger tests = new AtomicInteger();
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
        private final AtomicReference<@Nullable String> breakage = new AtomicReference<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult finished) {
            if (identifier.isTest()) {
                tests.incrementAndGet();
            }
            finished.getThrowable().ifPresent(thrown -> {
                var failed = identifier.isTest() && thrown instanceof AssertionError ? failure : breakage;
                failed.compareAndSet(null, identifier.getDisplayName() + ": " + firstLine(thrown));
            });
        }

        Result result() {
            var failed = failure.get();
            if (failed != null) {
                return new Result(SEEN, failed);
            }
            var broken = breakage.get();
            if (broken != null || tests.get() == 0) {
                return new Result(UNCLEAR, broken == null ? "no such test" : "broke: " + broken);
            }
            return new Result(BLIND, "%d tests passed".formatted(tests.get()));
        }

        private static String firstLine(Throwable thrown) {
            return String.valueOf(thrown.getMessage())
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(3)
                    .reduce((line, next) -> line + " " + next)
                    .orElse(thrown.getClass().getSimpleName());
        }
    }
}
