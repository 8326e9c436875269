package latchkey.helpdesk.customer;

/** Where something in a customer's past comes from. */
enum Origin {
    /** Our own trail. */
    LATCHKEY,
    /** The directory's log: made by somebody else. */
    OUTSIDE,
    /** The directory's log: made with our app registration, and more than one entry of our trail would explain it. */
    AMBIGUOUS,
    /** The directory's log: made with our app registration, and no entry of our trail explains it. */
    UNEXPLAINED,
    /** The directory's log: the customer on the way through a sign-in. */
    SIGN_IN
}
