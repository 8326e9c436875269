package latchkey.audit;

/** The trail cannot take an entry, so nothing may be changed. */
public class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuditUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
