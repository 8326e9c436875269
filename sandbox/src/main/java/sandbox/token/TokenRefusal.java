package sandbox.token;

/** Why the token endpoint refuses, by the code that clients branch on (facts §2). */
public final class TokenRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String error;
    private final int code;

    private TokenRefusal(int status, String error, int code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
        this.code = code;
    }

    /** A refusal that answers 400. */
    public static TokenRefusal badRequest(String error, int code, String description) {
        return new TokenRefusal(BAD_REQUEST, error, code, description);
    }

    /** A refusal of the client itself, which answers 401. */
    public static TokenRefusal unauthorized(String error, int code, String description) {
        return new TokenRefusal(UNAUTHORIZED, error, code, description);
    }

    /** A field of the form is missing. */
    public static TokenRefusal missing(String field) {
        return badRequest(
                "invalid_request", 900144, "The request body must contain the following parameter: '" + field + "'.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    /** The number behind AADSTS. */
    public int code() {
        return code;
    }
}
