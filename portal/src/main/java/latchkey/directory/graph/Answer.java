package latchkey.directory.graph;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What came back over the wire, whole. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    @Nullable
    String requestId() {
        return header("request-id");
    }
}
