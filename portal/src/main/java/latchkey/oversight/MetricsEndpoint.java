package latchkey.oversight;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this node measured of itself, for a monitoring system that reads Prometheus' text form. */
@RestController
@Requires(Permission.VIEW_OPERATIONS)
class MetricsEndpoint {

    private final PrometheusMeterRegistry measured;

    MetricsEndpoint(PrometheusMeterRegistry measured) {
        this.measured = measured;
    }

    /** Always as text, whatever the monitoring system says it takes. */
    @GetMapping("/api/v1/metrics")
    ResponseEntity<String> scrape() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(measured.scrape());
    }
}
