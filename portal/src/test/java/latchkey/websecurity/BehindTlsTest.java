package latchkey.websecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal whose own address is one over TLS, as every installation's is. */
class BehindTlsTest {

    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        portal = PortalProcess.start(Map.of("latchkey.url", "https://desk.contoso.example"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    @Asvs({"3.3.1", "3.3.2", "3.3.3", "3.3.4"})
    void everyCookieIsBoundToThisHostAndToTls() {
        var cookies = List.of("/", "/oauth2/authorization/employees", "/me", "/signed-out", "/nothing").stream()
                .map(path -> portal.strangerStayingHere().get(path))
                .flatMap(answer -> answer.response().headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Secure", "HttpOnly", "Path=/", "SameSite=")
                        .doesNotContain("Domain="));
    }

    @Test
    @Asvs("3.4.1")
    void browsersAreToldToStayOnTlsByPagesProblemsAndEndpoints() {
        for (var path : List.of("/signed-out", "/nothing", "/api/v1/me", "/assets/latchkey.css")) {
            assertThat(portal.strangerStayingHere().get(path).header("Strict-Transport-Security"))
                    .as(path)
                    .hasValue("max-age=31536000; includeSubDomains");
        }
    }
}
