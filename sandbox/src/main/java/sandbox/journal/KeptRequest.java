package sandbox.journal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read once and can be read again. */
public final class KeptRequest extends HttpServletRequestWrapper {

    /** Above this many bytes a body is refused. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final byte[] body;

    KeptRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getContentLengthLong() == 0
                ? new byte[0]
                : request.getInputStream().readNBytes(LARGEST_BODY + 1);
    }

    /** The body as it came; empty when there was none. */
    public byte[] body() {
        return body.clone();
    }

    boolean tooLarge() {
        return body.length > LARGEST_BODY;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isEmpty() {
        return body.length == 0;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replay(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read as a whole");
        }
    }
}
