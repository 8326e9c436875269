package sandbox;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A started sandbox, for programs that embed it. */
public final class RunningSandbox implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    RunningSandbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? -1 : server.getPort();
    }

    /** The root of every path, without a slash at its end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** A part of the sandbox, for tests that look behind its doors. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
