package sandbox.settings;

/**
 * How Dataverse behaves.
 *
 * @param changeTracking whether it is switched on for the table contact
 * @param changeTrackingDays after how many days a delta link has expired; the documents say 7 or 30
 * @param expiredTokenStatus what an expired one is answered with; no document says which
 * @param organizationRead whether application users may read the whole table, which change tracking asks for
 * @param externalIdentities the table of external identities: {@code adx_externalidentity}, or {@code
 *     mspp_externalidentity} as the enhanced data model is said to have it
 * @param limits whether the service protection limits hold, each per user and web server
 * @param requests how many requests in 300 seconds
 * @param executionMillis how much time for requests in 300 seconds
 * @param concurrent how many requests at the same time
 * @param webServers how many there are; the affinity cookie leads back to the same one
 */
public record Dataverse(
        boolean changeTracking,
        int changeTrackingDays,
        int expiredTokenStatus,
        boolean organizationRead,
        String externalIdentities,
        boolean limits,
        int requests,
        long executionMillis,
        int concurrent,
        int webServers) {

    /** As it is out of the box, at the figures that are documented. */
    public static final Dataverse USUAL =
            new Dataverse(true, 7, 400, true, "adx_externalidentity", true, 6_000, 1_200_000, 52, 1);

    Dataverse demandSensible() {
        if (Math.min(Math.min(changeTrackingDays, requests), Math.min(concurrent, webServers)) < 1
                || executionMillis < 1) {
            throw new IllegalArgumentException("Days, limits and web servers of Dataverse must be at least 1");
        }
        if (expiredTokenStatus < 400 || expiredTokenStatus > 499) {
            throw new IllegalArgumentException("expiredTokenStatus must be between 400 and 499");
        }
        if (!"adx_externalidentity".equals(externalIdentities) && !"mspp_externalidentity".equals(externalIdentities)) {
            throw new IllegalArgumentException(
                    "externalIdentities must be adx_externalidentity or mspp_externalidentity");
        }
        return this;
    }
}
