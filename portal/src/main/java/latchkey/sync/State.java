package latchkey.sync;

/** Where a contact stands. */
enum State {
    /** A worker shall look at it, now or after a wait. */
    DUE,
    /** A worker has it. */
    RUNNING,
    /** In step; will be read back because a write of unknown outcome may still happen. */
    VERIFYING,
    /** In step. */
    SETTLED,
    /** Feeds no customer. */
    NOT_LINKED,
    /** Given up until its contact changes or somebody replays it. */
    PARKED,
    /** Differs, and is not written because the sync of its directory only watches. */
    WATCHED,
    /** Stopped by a guard until a person decides. */
    HELD,
    /** Not to be written, by a person's word, until its contact changes. */
    REJECTED
}
