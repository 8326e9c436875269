package sandbox.settings;

/**
 * What can be switched while the sandbox runs.
 *
 * @param graphLatencyMillis added to every answer of Graph
 * @param dataverseLatencyMillis added to every answer of Dataverse
 * @param replicationDelayMillis how far Graph's reads lag behind its writes; 0 = not at all
 * @param quotas whether Graph's budgets are enforced
 * @param premium whether the tenants have the licence that Graph asks for before it tells of sign-ins; B2C never has
 * @param webhookRetryDelayMillis between the two attempts of a webhook
 * @param webhook how the step is registered, and how well its posts arrive
 * @param dataverse how Dataverse behaves
 * @param classicFlow whether a cloud flow writes names and addresses of changed contacts to the directory as well
 */
public record Settings(
        long graphLatencyMillis,
        long dataverseLatencyMillis,
        long replicationDelayMillis,
        boolean quotas,
        boolean premium,
        String webhookUrl,
        String webhookKeyHeader,
        String webhookKey,
        boolean webhooksEnabled,
        long webhookRetryDelayMillis,
        Webhook webhook,
        Dataverse dataverse,
        boolean classicFlow) {

    /** Never prints the webhook's key. */
    @Override
    public String toString() {
        return "Settings[graphLatencyMillis=%d, dataverseLatencyMillis=%d, replicationDelayMillis=%d, webhookUrl=%s]"
                .formatted(graphLatencyMillis, dataverseLatencyMillis, replicationDelayMillis, webhookUrl);
    }
}
