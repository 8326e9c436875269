package latchkey.directory;

import java.util.List;

/** How much of what the directories grant is left, and who waits for it. */
public interface Quotas {

    /** One state per app registration, in the order of the settings; asks the database, not the directory. */
    List<QuotaState> now();
}
