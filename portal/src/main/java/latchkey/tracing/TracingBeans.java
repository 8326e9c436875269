package latchkey.tracing;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import net.ttddyy.observation.tracing.DataSourceObservationListener;
import net.ttddyy.observation.tracing.JdbcObservationDocumentation;
import net.ttddyy.observation.tracing.QueryContext;
import net.ttddyy.observation.tracing.QueryTracingObservationHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What traces are made with; the dear part of it is only there when the settings name an endpoint. */
@Configuration(proxyBeanMethods = false)
class TracingBeans {

    @Bean
    Spans spans(ObjectProvider<Tracer> tracer, ObjectProvider<ObservationRegistry> registry) {
        return tracer.getIfAvailable() == null ? Spans.none() : new Spans(registry.getObject());
    }

    /**
     * Spring Boot's own tracing, and the statements of the database in it; imported plainly and in this order, because
     * what the application excludes cannot be taken in again as auto-configuration.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("latchkey.tracing.endpoint")
    @Import({
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        OtlpTracingAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class
    })
    static class Traced {

        /** A statement belongs to what asked for it; one that nobody asked for, as jobs look for work, is no trace. */
        @Bean
        ObservationPredicate noStatementsAlone(ObjectProvider<ObservationRegistry> registry) {
            return (name, context) ->
                    !(context instanceof QueryContext) || registry.getObject().getCurrentObservation() != null;
        }

        /** What is told for traces has its figures elsewhere. */
        @Bean
        MeterFilter noMetersOfSpans() {
            return MeterFilter.deny(
                    id -> id.getName().startsWith(Spans.PREFIX) || id.getName().startsWith("jdbc.query"));
        }

        @Bean
        QueryTracingObservationHandler statements(Tracer tracer) {
            return new QueryTracingObservationHandler(tracer);
        }

        /** Values stay out of traces: statements are told of with their place-holders. */
        @Bean
        static BeanPostProcessor statementsAreToldOf(ObjectProvider<ObservationRegistry> registry) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource connections ? told(connections, registry) : bean;
                }
            };
        }

        private static DataSource told(DataSource connections, ObjectProvider<ObservationRegistry> registry) {
            var listener = new DataSourceObservationListener(registry::getObject);
            listener.setSupportedTypes(Set.of(JdbcObservationDocumentation.QUERY));
            return ProxyDataSourceBuilder.create(connections)
                    .listener(listener)
                    .methodListener(listener)
                    .build();
        }
    }
}
