package latchkey.sync.dataverse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Change tracking and system jobs over the Dataverse Web API (Dataverse facts §1a, §1c). */
@Component
class DataverseChanges implements ContactChanges {

    private static final String EVERYBODY =
            "/api/data/v9.2/contacts?$select=contactid,versionnumber,statecode,adx_identity_username";
    private static final String JOBS =
            "/api/data/v9.2/asyncoperations?$select=asyncoperationid,_regardingobjectid_value,completedon";
    private static final String JOBS_A_PAGE = "odata.maxpagesize=500";

    private final Clients clients;
    private final Identities identities;

    DataverseChanges(Clients clients, Identities identities) {
        this.clients = clients;
        this.identities = identities;
    }

    @Override
    public Changed changed(DirectoryId directory, @Nullable String place, int rows) {
        var client = clients.of(directory);
        if (place != null && !client.owns(place)) {
            throw new Expired("the environment has another address now");
        }
        var answer = client.tracked(
                place == null ? EVERYBODY : client.pathOf(place), "odata.track-changes,odata.maxpagesize=" + rows);
        List<Seen> contacts = new ArrayList<>();
        List<UUID> deleted = new ArrayList<>();
        answer.path("value").forEach(row -> read(row, contacts, deleted));
        var next = answer.path("@odata.nextLink").asString("");
        var done = answer.path("@odata.deltaLink").asString("");
        if (next.isEmpty() && done.isEmpty()) {
            throw new ContactsFailure.Misconfigured(
                    "Dataverse does not track changes of contacts: its answer has no delta link", null, null);
        }
        return new Changed(identities.seen(directory, contacts), deleted, next.isEmpty() ? done : next, next.isEmpty());
    }

    @Override
    public FailedJobs failedJobs(DirectoryId directory, List<UUID> steps, Instant since, @Nullable String place) {
        var client = clients.of(directory);
        var answer = client.tracked(place == null ? jobs(steps, since) : client.pathOf(place), JOBS_A_PAGE);
        List<FailedJob> jobs = new ArrayList<>();
        answer.path("value").forEach(row -> job(row).ifPresent(jobs::add));
        var next = answer.path("@odata.nextLink").asString("");
        return new FailedJobs(jobs, next.isEmpty() ? null : next);
    }

    private static String jobs(List<UUID> steps, Instant since) {
        var ours = steps.stream()
                .map(step -> "_owningextensionid_value eq " + step)
                .collect(Collectors.joining(" or ", "(", ")"));
        var filter = "statuscode eq 31 and " + ours + " and completedon ge " + since.truncatedTo(ChronoUnit.SECONDS);
        return JOBS + "&$filter=" + DataverseContacts.encoded(filter) + "&$orderby="
                + DataverseContacts.encoded("completedon asc");
    }

    private static void read(JsonNode row, List<Seen> contacts, List<UUID> deleted) {
        if (row.has("reason")) {
            deleted.add(UUID.fromString(row.path("id").asString()));
            return;
        }
        var userName = row.path("adx_identity_username").asString("").strip();
        contacts.add(new Seen(
                UUID.fromString(row.path("contactid").asString()),
                row.path("versionnumber").asLong(),
                row.path("statecode").asInt(0) == 0,
                !userName.isEmpty(),
                Identities.objectId(userName).orElse(null)));
    }

    private static Optional<FailedJob> job(JsonNode row) {
        return Identities.objectId(row.path("_regardingobjectid_value").asString(""))
                .map(contact -> new FailedJob(
                        UUID.fromString(row.path("asyncoperationid").asString()),
                        contact,
                        Instant.parse(row.path("completedon").asString())));
    }
}
