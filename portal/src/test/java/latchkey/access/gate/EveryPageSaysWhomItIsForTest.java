package latchkey.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PortalTest
class EveryPageSaysWhomItIsForTest {

    private final List<HandlerMethod> handlers;

    EveryPageSaysWhomItIsForTest(PortalProcess portal) {
        handlers = List.copyOf(portal.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values());
    }

    @Test
    @Asvs("8.2.1")
    void noPageIsLeftWithoutAWord() {
        assertThat(handlers)
                .hasSizeGreaterThan(20)
                .filteredOn(handler -> Routes.rule(handler) instanceof Rule.Nobody)
                .isEmpty();
    }

    @Test
    @Asvs("6.3.4")
    void onlyTheseAreOpenToThoseWhoHaveNotSignedIn() {
        assertThat(handlers)
                .filteredOn(handler -> Routes.rule(handler) instanceof Rule.Anybody(var port) && port != Port.CUSTOMERS)
                .extracting(handler -> handler.getBeanType().getSimpleName() + "."
                        + handler.getMethod().getName())
                .containsExactlyInAnyOrder(
                        "BrandPage.styles",
                        "BrandPage.logo",
                        "ExplainedProblemPage.explain",
                        "FrontChannelPage.end",
                        "LanguagePage.change",
                        "ProblemTeller.tellStatus",
                        "SignedOutPage.show",
                        "WebhookEndpoint.changed");
    }

    @Test
    void theCustomersPortHoldsNothingButTheFront() {
        assertThat(handlers)
                .filteredOn(handler -> Routes.rule(handler) instanceof Rule.Anybody(var port) && port == Port.CUSTOMERS)
                .isNotEmpty()
                .allMatch(handler -> handler.getBeanType().getPackageName().equals("latchkey.front"));
    }
}
