package sandbox.dataverse;

/** A request that Dataverse refuses: HTTP status, its own code, its own words. */
class DataverseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    DataverseException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Facts, Dataverse §1d. */
    static DataverseException noSuchContact(String id) {
        return new DataverseException(404, "0x80040217", "contact With Id = " + id + " Does Not Exist");
    }

    static DataverseException versionDiffers() {
        return new DataverseException(
                412,
                "0x80060882",
                "The version of the existing record doesn't match the RowVersion property provided.");
    }

    static DataverseException alreadyThere() {
        return new DataverseException(412, "0x80040237", "A record with matching key values already exists.");
    }

    static DataverseException badPayload(String why) {
        return new DataverseException(
                400,
                "0x80048d19",
                "Error identified in Payload provided by the user for Entity :'contacts', Error Details : " + why);
    }

    static DataverseException badRequest(String why) {
        return new DataverseException(400, "0x80060888", why);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
