package latchkey.sync;

/** How urgent a contact is: a person's change is not to wait behind what programs do by the thousand. */
enum SyncLane {
    LIVE(0),
    BULK(1);

    private final int rank;

    SyncLane(int rank) {
        this.rank = rank;
    }

    /** As the database keeps it; the smaller one goes first. */
    int rank() {
        return rank;
    }

    static SyncLane ofRank(int rank) {
        return rank == LIVE.rank ? LIVE : BULK;
    }
}
