package sandbox.dataverse.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sandbox.dataverse.query.Row;
import sandbox.people.ContactChanged.Message;

/** A system job that failed: a webhook that was not taken (facts, Dataverse §1a). */
public record SystemJob(
        String id,
        Message step,
        String contactId,
        String correlationId,
        Instant createdOn,
        Instant completedOn,
        int errorCode,
        String message)
        implements Row {

    private static final long COMPLETED = 3;
    private static final long FAILED = 31;

    @Override
    public @Nullable Object value(String column) {
        return switch (column) {
            case "asyncoperationid" -> id;
            case "name" -> Environment.stepName(step);
            case "messagename" -> step.text();
            case "primaryentitytype" -> "contact";
            case "_regardingobjectid_value" -> contactId;
            case "_owningextensionid_value" -> Environment.stepId(step);
            case "statecode" -> COMPLETED;
            case "statuscode" -> FAILED;
            case "errorcode" -> (long) errorCode;
            case "friendlymessage", "message" -> message;
            case "correlationid" -> correlationId;
            case "createdon", "startedon" -> createdOn;
            case "completedon" -> completedOn;
            default -> null;
        };
    }

    @Override
    public long version() {
        return completedOn.toEpochMilli();
    }
}
