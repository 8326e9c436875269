package latchkey.sync;

import latchkey.sync.Polls.Poll;
import latchkey.sync.dataverse.DataverseSettings;

/** A net that asks, page by page; it may throw a {@link latchkey.sync.dataverse.ContactsFailure}. */
interface Reading {

    Net net();

    boolean isWanted(DataverseSettings.Environment environment);

    /** Reads one page, puts it into the queue and notes how far it came; true when there is another page. */
    boolean read(Poll poll);
}
