package sandbox.mail;

import java.net.InetAddress;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;
import sandbox.faults.Faults;
import sandbox.journal.Journal;

/** The SMTP server that takes every mail in, whoever it is for; it never sends one on. */
@Component
public class MailServer implements SmartLifecycle {

    private static final int LARGEST_MAIL = 10 * 1024 * 1024;

    private final SMTPServer server;

    MailServer(Mailbox mailbox, Journal journal, Faults faults, @Value("${sandbox.smtp-port:8025}") int port) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("sandbox")
                .softwareName("Latchkey sandbox")
                .maxMessageSize(LARGEST_MAIL)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Delivery(mailbox, journal, faults))
                .build();
    }

    /** The port that was taken, also when any free one was asked for. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }
}
