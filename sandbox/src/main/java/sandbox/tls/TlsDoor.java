package sandbox.tls;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import sandbox.control.SettingsAddition;

/** The encrypted door and the certificate that its clients must trust. */
@Component
@RestController
@ConditionalOnProperty("sandbox.tls.port")
class TlsDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, SettingsAddition {

    private final Connector connector;

    private final String certificate;

    TlsDoor(TlsSettings settings) {
        var selfMade = SelfMade.now();
        certificate = selfMade.pem();
        connector = connector(settings.port() == null ? 0 : settings.port(), selfMade);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector);
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("tlsPort", connector.getLocalPort());
    }

    @GetMapping(path = "/sandbox/api/tls-certificate", produces = MediaType.TEXT_PLAIN_VALUE)
    String certificate() {
        return certificate;
    }

    private static Connector connector(int port, SelfMade selfMade) {
        var host = new SSLHostConfig();
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateKeystore(selfMade.keys());
        certificate.setCertificateKeystorePassword(SelfMade.PASSWORD);
        host.addCertificate(certificate);
        var connector = new Connector();
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
        return connector;
    }
}
