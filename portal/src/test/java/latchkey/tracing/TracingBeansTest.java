package latchkey.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The dear part of tracing is only there when it is wanted. */
class TracingBeansTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(TracingBeans.class)
            .withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class));

    @Test
    void nothingIsTracedUnlessTheSettingsNameAnEndpoint() {
        context.run(started -> {
            assertThat(started).hasSingleBean(Spans.class).doesNotHaveBean(Tracer.class);
            assertThat(started.getBean(Spans.class).step("graph", "x").isNoop()).isTrue();
        });
    }

    @Test
    void anEndpointTurnsTracingOn() {
        context.withPropertyValues("latchkey.tracing.endpoint=http://127.0.0.1:9/v1/traces")
                .run(started -> {
                    assertThat(started).hasSingleBean(Tracer.class);
                    assertThat(started.getBean(Spans.class).step("graph", "x").isNoop())
                            .isFalse();
                });
    }
}
