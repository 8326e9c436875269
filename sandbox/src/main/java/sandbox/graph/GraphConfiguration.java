package sandbox.graph;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Graph at its path; not a controller, because paths and errors must be Graph's own to the letter. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    @Bean
    ServletRegistrationBean<GraphServlet> graphAtItsPath(GraphServlet servlet) {
        var registration = new ServletRegistrationBean<>(servlet, GraphServlet.VERSION + "/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
