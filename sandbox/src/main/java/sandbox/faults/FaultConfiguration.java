package sandbox.faults;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the faults their hold on connections. */
@Configuration(proxyBeanMethods = false)
class FaultConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsThatCanBeCut() {
        return factory -> factory.addEngineValves(new Connection());
    }
}
