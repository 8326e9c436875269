package latchkey.helpdesk.action;

import java.util.Map;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.springframework.http.ResponseEntity;

/**
 * How an endpoint says that an action was carried out.
 *
 * @param state {@code done}, or {@code accepted} while the directory does not show it yet
 * @param entry id of the entry in the trail, also sent to the directory
 */
public record ActionAnswer(String state, UUID entry) {

    /** 200 when done, 202 when accepted; a refusal or an unknown outcome is thrown as its problem. */
    public static ResponseEntity<ActionAnswer> to(Result result) {
        return switch (result) {
            case Result.Done done -> ResponseEntity.ok(new ActionAnswer("done", done.entry()));
            case Result.Accepted accepted ->
                ResponseEntity.accepted().body(new ActionAnswer("accepted", accepted.entry()));
            case Result.Unknown unknown ->
                throw new ProblemException(
                        Problem.OUTCOME_UNKNOWN, Map.of("entry", unknown.entry().toString()));
            case Result.Refused refused -> throw new ProblemException(refused.problem(), refused.members());
        };
    }
}
