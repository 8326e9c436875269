package latchkey.sync;

/** How urgent a contact is: a person's change is not to wait behind what programs do by the thousand. */
enum SyncLane {
    LIVE,
    BULK
}
