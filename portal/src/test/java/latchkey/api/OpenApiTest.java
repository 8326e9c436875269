package latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@PortalTest
class OpenApiTest {

    private final PortalProcess portal;

    private final JsonNode document;

    OpenApiTest(PortalProcess portal) {
        this.portal = portal;
        this.document = portal.bearer("kim").get("/api/v1/openapi.json").json();
    }

    @Test
    void itIsOpenApi31() {
        assertThat(document.path("openapi").asString("")).startsWith("3.1");
    }

    @Test
    void itDescribesEveryEndpointThereIs() {
        var served = portal
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).isNotEmpty();
        assertThat(new TreeSet<>(document.path("paths").propertyNames())).containsAll(served);
    }

    @Test
    void everyOperationSaysHowItsProblemsLook() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(operation
                                        .getValue()
                                        .path("responses")
                                        .path("default")
                                        .path("content")
                                        .propertyNames())
                                .as(operation.getKey() + " " + path.getKey())
                                .contains("application/problem+json")));
    }
}
