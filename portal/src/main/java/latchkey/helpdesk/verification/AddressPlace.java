package latchkey.helpdesk.verification;

/** Where the directory can have an address of a customer. */
enum AddressPlace {
    SIGN_IN_NAMES("signInNames"),
    MAIL("mail"),
    OTHER_MAILS("otherMails");

    private final String attribute;

    AddressPlace(String attribute) {
        this.attribute = attribute;
    }

    /** Its name in the trail. */
    String attribute() {
        return attribute;
    }
}
