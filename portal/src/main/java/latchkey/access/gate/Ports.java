package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import latchkey.access.AddressSettings;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** The two ports: the agents' and, apart from it, the customers'. */
@Component
class Ports implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Connector customers = new Connector("HTTP/1.1");

    private final AddressSettings addresses;

    private final ServerProperties server;

    Ports(AddressSettings addresses, ServerProperties server) {
        this.addresses = addresses;
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        customers.setPort(addresses.front().port());
        customers.setProperty("address", address().getHostAddress());
        customers.setProperty("server", "");
        factory.addAdditionalConnectors(customers);
    }

    /** Whether the request came in on the customers' port. */
    boolean isCustomers(HttpServletRequest request) {
        return request.getLocalPort() == customers.getLocalPort();
    }

    private InetAddress address() {
        var set = server.getAddress();
        return set == null ? InetAddress.getLoopbackAddress() : set;
    }
}
