package latchkey.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one catalogue of problems. Pages and endpoints tell the same ones: the code is the last part of the type's URI
 * (RFC 9457 §3.1.1) and of the message keys {@code problem.<code>.title}, {@code .detail} and {@code .advice}.
 */
public enum Problem {
    NOT_SIGNED_IN(401),
    SESSION_ENDED(401),
    STEP_UP_REQUIRED(401),
    SESSION_NOT_FOUND(404),
    NOT_PERMITTED(403),
    NO_ROLE(403),
    ROLES_UNKNOWN(503),
    SIGN_IN_FAILED(401),
    SIGN_IN_UNAVAILABLE(503),
    CSRF_MISSING(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNSUPPORTED_MEDIA_TYPE(415),
    MALFORMED_REQUEST(400),
    REQUEST_TOO_LARGE(413),
    TOO_MANY_REQUESTS(429),
    CUSTOMER_NOT_FOUND(404),
    DIRECTORY_NOT_FOUND(404),
    SEARCH_NOT_FOUND(404),
    INVALID_SEARCH(422),
    INVALID_ATTRIBUTE(422),
    NOTHING_CHANGED(422),
    VALUE_TAKEN(409),
    STALE_FORM(409),
    WRONG_CUSTOMER(409),
    CASE_REQUIRED(409),
    CASE_NOT_FOUND(404),
    CASE_CLOSED(409),
    INVALID_CASE(422),
    CALLER_NOT_VERIFIED(403),
    TWO_PROOFS_REQUIRED(403),
    VERIFICATION_NOT_FOUND(404),
    VERIFICATION_FAILED(422),
    VERIFICATION_EXPIRED(409),
    VERIFICATION_LIMIT(429),
    SIGN_IN_CODE_WRONG(422),
    NUMBER_NOT_SHOWN(409),
    CALL_BACK_OVER(409),
    OVERRIDE_SWITCHED_OFF(409),
    OVERRIDE_DURING_CAUTION(409),
    OVERRIDE_WAITS(409),
    OVERRIDE_NOT_FOUND(404),
    OVERRIDE_OVER(409),
    OVERRIDE_INVOLVED(403),
    INVALID_OVERRIDE(422),
    NO_ADDRESS_ON_FILE(409),
    POLICY_REFUSES(403),
    APPROVAL_REQUIRED(403),
    APPROVER_INVOLVED(403),
    APPROVAL_NOT_FOUND(404),
    APPROVAL_NOT_VALID(409),
    PROTECTED_CUSTOMER(403),
    CUSTOMER_FROZEN(409),
    FREEZE_NOT_FOUND(404),
    ESCALATION_NOT_FOUND(404),
    ESCALATION_CLOSED(409),
    OWN_ACTION_REPORTED(403),
    INVALID_REASON(422),
    COOLING_TIME(409),
    ANOTHER_AGENT_REQUIRED(403),
    ADDRESS_TOO_NEW(409),
    INVALID_CAUTION(422),
    TOO_MANY_CUSTOMERS(429),
    TOO_MANY_SEARCHES(429),
    TOO_MANY_REVEALS(429),
    TOO_MANY_VERIFICATIONS(429),
    TOO_MANY_ACTIONS(429),
    TOO_MANY_FOR_CUSTOMER(429),
    NOT_POSSIBLE_IN_DIRECTORY(409),
    DIRECTORY_REFUSED(409),
    DIRECTORY_BUSY(503),
    DIRECTORY_UNAVAILABLE(503),
    OUTCOME_UNKNOWN(503),
    DIRECTORY_MISCONFIGURED(503),
    WHOLE_TRAIL_ONLY(403),
    NOTHING_TO_ERASE(409),
    ERASURE_NOT_FOUND(404),
    ERASURE_NOT_OPEN(409),
    OWN_ERASURE(403),
    AUDIT_UNAVAILABLE(503),
    DATABASE_UNAVAILABLE(503),
    WEBHOOK_KEY_WRONG(401),
    WEBHOOK_MALFORMED(400),
    SYNC_ROW_NOT_FOUND(404),
    SYNC_NOT_ASKED_FOR(409),
    SYNC_ROW_NOT_HELD(409),
    SYNC_OTHERS_WRITE(409),
    SYNC_OTHERS_UNKNOWN(409),
    SYNC_MAPPING_UNFIT(409),
    DATAVERSE_UNAVAILABLE(503),
    INTERNAL(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status (RFC 9110 §15). */
    public int status() {
        return status;
    }

    /** The problem that a client knows by that code; empty when there is none. */
    public static Optional<Problem> withCode(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    /** The code as clients see it, such as {@code caller-not-verified}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
