package sandbox.dataverse.query;

/** A query that Dataverse refuses with 400 and code 0x80060888. */
public class BadQuery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadQuery(String message) {
        super(message);
    }
}
