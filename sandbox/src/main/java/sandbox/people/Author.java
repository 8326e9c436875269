package sandbox.people;

/**
 * Who changed a contact.
 *
 * @param kind through which door
 * @param name for people to read
 * @param systemUserId as whom Dataverse saw the change
 */
public record Author(Kind kind, String name, String systemUserId) {

    /** The customer herself, on the web portal, which writes as its application user. */
    public static final Author PORTAL = new Author(Kind.PORTAL, "Web portal", "51000000-0000-4000-8000-000000000001");

    /** A colleague in the back office. */
    public static final Author BACK_OFFICE =
            new Author(Kind.BACK_OFFICE, "Back office", "51000000-0000-4000-8000-000000000002");

    /** An application that calls the Web API. */
    public static Author application(String name) {
        return new Author(Kind.APPLICATION, name, "51000000-0000-4000-8000-000000000003");
    }

    /** Through which door a change came. */
    public enum Kind {
        PORTAL,
        BACK_OFFICE,
        APPLICATION
    }
}
