package sandbox.people;

/** What is asked before a change of a contact holds, as a synchronous step of Dataverse is. */
public interface BeforeCommit {

    /**
     * Sees a change that does not hold yet.
     *
     * @throws Refused to let it fail
     */
    void about(ContactChanged proposed);

    /** The change must not be made. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why);
        }
    }
}
