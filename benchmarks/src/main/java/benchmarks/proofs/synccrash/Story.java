package benchmarks.proofs.synccrash;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened to one contact and to the customer it feeds, in the words of the sandbox; an empty text is no value.
 *
 * @param edits every saved version of the contact, oldest first
 * @param accepted the versions whose webhook was answered 2xx
 * @param changes every change that was applied to the customer, oldest first
 * @param now what the customer has
 */
record Story(
        String contact,
        String customer,
        List<Edit> edits,
        Set<Long> accepted,
        List<Change> changes,
        Map<String, String> now) {

    /** A saved version: what it replaced and what it made of the columns that changed. */
    record Edit(long versionBefore, long version, Map<String, String> before, Map<String, String> after) {}

    /** An applied change of the customer's attributes. */
    record Change(Map<String, String> before, Map<String, String> after) {}
}
