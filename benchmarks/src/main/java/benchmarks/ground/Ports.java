package benchmarks.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of this machine. */
public final class Ports {

    private Ports() {}

    /**
     * A loopback port nobody listens on, below 32768 where Linux and macOS pick no port for outgoing connections: it is
     * still free when its server has come up.
     *
     * @throws IllegalStateException when a hundred ports in a row were taken
     */
    public static int free() {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between 15000 and 32000 was found in 100 attempts");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
