package sandbox.journal;

import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the parts of the sandbox learn about a request while they answer it. */
public final class Exchange {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final Kind kind;
    private final Instant at = Instant.now();
    private final String requestId = UUID.randomUUID().toString();
    private volatile @Nullable String appId;
    private volatile @Nullable String fault;
    private volatile boolean cut;

    Exchange(Kind kind) {
        this.kind = kind;
    }

    /**
     * The exchange of a request on one of Microsoft's paths.
     *
     * @throws IllegalStateException on the sandbox's own paths, which are not journalled
     */
    public static Exchange of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("Only requests on Microsoft's paths have an exchange");
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public Kind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    /** The id that Graph answers as {@code request-id}. */
    public String requestId() {
        return requestId;
    }

    /** Notes which application called, once that is known. */
    public void calledBy(String application) {
        appId = application;
    }

    /** Notes what was done to this request on purpose. */
    public void faulted(String action) {
        fault = action;
    }

    /** Notes that the caller got no answer. */
    public void cutOff() {
        cut = true;
    }

    @Nullable
    String appId() {
        return appId;
    }

    @Nullable
    String fault() {
        return fault;
    }

    boolean cut() {
        return cut;
    }
}
