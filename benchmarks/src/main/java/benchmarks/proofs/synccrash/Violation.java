package benchmarks.proofs.synccrash;

/** A promise that was broken. */
record Violation(Kind kind, String contact, String words) {

    /** Which promise. */
    enum Kind {
        /** An edit was accepted, and neither it nor a newer one is in the directory. */
        LOST,
        /** An older version stands where a newer one had been. */
        OLDER_LAST,
        /** The directory shows what the contact never was. */
        MIXED,
        /** A customer was written to whose contact nobody edited. */
        STRANGER,
        /** The portal did not come to rest in time. */
        RESTLESS
    }

    @Override
    public String toString() {
        return kind + " " + contact + ": " + words;
    }
}
