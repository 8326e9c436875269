package latchkey.helpdesk.approval;

/** The settings ask for no second person here. */
final class Unneeded implements Leave {

    static final Unneeded LEAVE = new Unneeded();

    private Unneeded() {}
}
