package sandbox.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Reaches through the servlet API to the connection below, because only Tomcat can cut it. */
final class Connection extends ValveBase {

    private static final String ATTRIBUTE = Connection.class.getName();

    Connection() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, (Runnable) () -> response.getCoyoteResponse()
                .action(ActionCode.CLOSE_NOW, new IOException("Cut on purpose by a fault")));
        getNext().invoke(request, response);
    }

    /** Closes the connection; whatever of the answer has not been sent is never sent. */
    static void cut(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Runnable cut) {
            cut.run();
        }
    }
}
