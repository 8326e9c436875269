package sandbox.wild;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sandbox.StartedSandbox;

/** A connection that sends bytes as they are; Java's own client would refuse to send half of them. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final URI ROOT = URI.create(StartedSandbox.root());

    private Socket socket = open();
    private InputStream in = input();

    /** What came back. */
    record Reply(int status, Map<String, String> headers, String text) {

        String type() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** One request; the target is sent letter by letter, so it holds no spaces. */
    Reply send(String method, String target, List<String> headers, byte[] body) {
        try {
            var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + ROOT.getAuthority() + "\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            var out = new ByteArrayOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(body);
            socket.getOutputStream().write(out.toByteArray());
            var reply = reply(method);
            if ("close".equalsIgnoreCase(reply.headers().get("connection"))) {
                reopen();
            }
            return reply;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private Reply reply(String method) throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var bodiless = method.equals("HEAD") || status == 204 || status == 304;
        return new Reply(status, headers, bodiless ? "" : new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readAllBytes();
        }
        var whole = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The sandbox hung up after: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private void reopen() {
        close();
        socket = open();
        in = input();
    }

    private static Socket open() {
        try {
            var socket = new Socket(ROOT.getHost(), ROOT.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private InputStream input() {
        try {
            return new BufferedInputStream(socket.getInputStream());
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
