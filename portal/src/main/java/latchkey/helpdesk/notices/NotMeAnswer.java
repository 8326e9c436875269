package latchkey.helpdesk.notices;

/** What the holder of a link "this was not me" may know. */
public sealed interface NotMeAnswer {

    /**
     * Nothing was said yet.
     *
     * @param action what it is about
     */
    record Asked(String action) implements NotMeAnswer {}

    /**
     * It was said.
     *
     * @param signInClosed whether the directory has closed sign-in
     * @param signedOut whether the directory has ended every session
     * @param lookedAt whether the help desk has looked at it and ended the freeze
     */
    record Said(boolean signInClosed, boolean signedOut, boolean lookedAt) implements NotMeAnswer {}
}
