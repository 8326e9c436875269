package latchkey.access.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import latchkey.access.Refused;
import latchkey.access.Refused.Reason;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops bodies that no page and no endpoint could want, told by their length or counted while they arrive. */
final class BodyLimit extends OncePerRequestFilter {

    /** Above the 256 KB up to which Dataverse sends its event whole. */
    static final int BYTES = 512 * 1024;

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BYTES) {
            // The rest of the body is not read, so the connection cannot be used again.
            response.setHeader("Connection", "close");
            refusals.tell(request, response, new Refused(Reason.TOO_LARGE));
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;

        private int left = BYTES;

        CountedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return count(body.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = body.read(target, offset, length);
            return count(read, read);
        }

        private int count(int read, int bytes) {
            left -= Math.max(0, read < 0 ? 0 : bytes);
            if (left < 0) {
                throw new Refused(Reason.TOO_LARGE);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
