package latchkey.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.access.OpenToEveryone;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Describes the API (OpenAPI 3.1): from the code, with what each endpoint asks for and how problems look. */
@Configuration(proxyBeanMethods = false)
class Documentation {

    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Agent.class);
    }

    @Bean
    OpenAPI description(AddressSettings addresses) {
        return new OpenAPI()
                .info(new Info()
                        .title("Latchkey")
                        .version("1")
                        .description("The help desk's portal for customer accounts. Every answer that is not a success "
                                + "is a problem as RFC 9457 describes it; its code is one of a fixed catalogue.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url(addresses.url().toString())))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"))
                .components(new Components()
                        .addSecuritySchemes("token", token())
                        .addSecuritySchemes("session", session(addresses))
                        .addSchemas("Problem", problem()));
    }

    @Bean
    OperationCustomizer whatEachAsksAndHowItFails() {
        return (operation, handler) -> {
            var required = required(handler);
            if (required != null) {
                operation.addExtension("x-permission", required.value().name());
            }
            if (isOpen(handler)) {
                operation.security(List.of());
            }
            operation.getResponses().addApiResponse("default", problemAnswer());
            return operation;
        };
    }

    private static @Nullable Requires required(HandlerMethod handler) {
        var onMethod = handler.getMethodAnnotation(Requires.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(OpenToEveryone.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), OpenToEveryone.class);
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token of the employees' issuer for this API's audience.");
    }

    private static SecurityScheme session(AddressSettings addresses) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(addresses.overTls() ? "__Host-latchkey" : "latchkey")
                .description("The session of the pages; changes also need the header X-CSRF-TOKEN.");
    }

    private static ApiResponse problemAnswer() {
        return new ApiResponse()
                .description("What went wrong, as a problem (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static Schema<?> problem() {
        var codes = new StringSchema();
        Arrays.stream(Problem.values()).map(Problem::code).forEach(codes::addEnumItem);
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("advice", new StringSchema());
        problem.addProperty("code", codes);
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        problem.setAdditionalProperties(true);
        return problem;
    }
}
