package latchkey.access.gate;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers what the server refuses before any filter or page sees it, such as an address that cannot be decoded. */
@Component
class EarlyRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Told.class.getName()));
    }

    /** Made by the server, by its name. */
    public static final class Told extends ErrorReportValve {

        private static final int FIRST_ERROR = 400;

        private static final Map<String, String> HEADERS = Map.of(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "no-referrer",
                "Cache-Control",
                "no-store");

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < FIRST_ERROR
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            HEADERS.forEach(response::setHeader);
            response.setContentType("text/plain");
            response.setCharacterEncoding("utf-8");
            try {
                response.getReporter().write("This request cannot be read (%d).%n".formatted(response.getStatus()));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there to be told.
            }
        }
    }
}
