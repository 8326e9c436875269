package latchkey.api;

import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.access.AccessSettings;
import latchkey.access.Refused;
import latchkey.audit.AuditUnavailable;
import latchkey.directory.DirectoryFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds out which problem of the catalogue an exception is. */
@Component
class Diagnosis {

    private static final Logger log = LoggerFactory.getLogger(Diagnosis.class);

    private final AccessSettings access;

    Diagnosis(AccessSettings access) {
        this.access = access;
    }

    Told of(Throwable trouble) {
        return switch (trouble) {
            case ProblemException known -> Told.of(known.problem(), known.members());
            case Refused refused -> refused(refused);
            case DirectoryFailure failure -> directory(failure);
            case AuditUnavailable unavailable -> logged(Told.of(Problem.AUDIT_UNAVAILABLE), unavailable);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> invalid(invalid.getBindingResult());
            case BindException invalid -> invalid(invalid.getBindingResult());
            case MethodArgumentTypeMismatchException mismatch -> malformed(mismatch.getName());
            case HandlerMethodValidationException invalid -> malformed("parameters");
            case ConstraintViolationException invalid -> malformed("values");
            case ErrorResponse answered -> status(answered, trouble);
            default -> internal(trouble);
        };
    }

    Told ofStatus(int status) {
        return switch (status) {
            case 401 -> Told.of(Problem.NOT_SIGNED_IN);
            case 403 -> Told.of(Problem.NOT_PERMITTED);
            case 404 -> Told.of(Problem.NOT_FOUND);
            case 405 -> Told.of(Problem.METHOD_NOT_ALLOWED);
            case 406 -> Told.of(Problem.NOT_ACCEPTABLE);
            case 413 -> Told.of(Problem.REQUEST_TOO_LARGE);
            case 415 -> Told.of(Problem.UNSUPPORTED_MEDIA_TYPE);
            case 429 -> Told.of(Problem.TOO_MANY_REQUESTS);
            default -> status < 500 ? malformed("request") : Told.of(Problem.INTERNAL, Map.of("incident", "–"));
        };
    }

    private Told refused(Refused refused) {
        var problem =
                switch (refused.reason()) {
                    case NOT_SIGNED_IN -> Problem.NOT_SIGNED_IN;
                    case SESSION_ENDED -> Problem.SESSION_ENDED;
                    case SIGN_IN_FAILED -> Problem.SIGN_IN_FAILED;
                    case SIGN_IN_UNAVAILABLE -> Problem.SIGN_IN_UNAVAILABLE;
                    case NO_ROLE -> Problem.NO_ROLE;
                    case ROLES_UNKNOWN -> Problem.ROLES_UNKNOWN;
                    case NOT_PERMITTED -> Problem.NOT_PERMITTED;
                    case CSRF_MISSING -> Problem.CSRF_MISSING;
                    case NOT_HERE -> Problem.NOT_FOUND;
                    case TOO_LARGE -> Problem.REQUEST_TOO_LARGE;
                    case TOO_MANY_REQUESTS -> Problem.TOO_MANY_REQUESTS;
                };
        return new Told(problem, members(refused), refused.retryAfter());
    }

    private Map<String, Object> members(Refused refused) {
        var members = new LinkedHashMap<String, Object>();
        put(members, refused.reason() == Refused.Reason.SESSION_ENDED ? "kind" : "issuersCode", refused.code());
        if (refused.reason() == Refused.Reason.NO_ROLE) {
            var contact = access.noRoleContact();
            members.put("contact", contact == null ? "" : contact);
        }
        return members;
    }

    private static Told directory(DirectoryFailure failure) {
        var members = members(failure);
        return switch (failure) {
            case DirectoryFailure.NotFound missing -> Told.of(Problem.CUSTOMER_NOT_FOUND, members);
            case DirectoryFailure.InvalidValue invalid -> Told.of(Problem.INVALID_ATTRIBUTE, members);
            case DirectoryFailure.AlreadyTaken taken -> Told.of(Problem.VALUE_TAKEN, members);
            case DirectoryFailure.NotAllowed refused -> Told.of(Problem.DIRECTORY_REFUSED, members);
            case DirectoryFailure.NotSupported unable -> Told.of(Problem.NOT_POSSIBLE_IN_DIRECTORY, members);
            case DirectoryFailure.Misconfigured broken ->
                logged(Told.of(Problem.DIRECTORY_MISCONFIGURED, members), broken);
            case DirectoryFailure.Throttled busy -> new Told(Problem.DIRECTORY_BUSY, members, busy.retryAfter());
            case DirectoryFailure.Unavailable away -> Told.of(Problem.DIRECTORY_UNAVAILABLE, members);
            case DirectoryFailure.OutcomeUnknown open -> Told.of(Problem.OUTCOME_UNKNOWN, members);
        };
    }

    /** The directory's own code and request id help its support; its sentence may hold values, so it stays out. */
    private static Map<String, Object> members(DirectoryFailure failure) {
        var members = new LinkedHashMap<String, Object>();
        put(members, "directoryCode", failure.code());
        put(members, "requestId", failure.requestId());
        if (failure instanceof DirectoryFailure.InvalidValue invalid) {
            put(members, "attribute", invalid.property());
        }
        if (failure instanceof DirectoryFailure.AlreadyTaken taken) {
            put(members, "attribute", taken.property());
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private Told unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused);
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return malformed(unknown.getPropertyName());
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return malformed(String.valueOf(json.getPath().getLast().getPropertyName()));
            }
        }
        return malformed("body");
    }

    private static Told invalid(BindingResult result) {
        var fields = result.getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "message", String.valueOf(error.getDefaultMessage())))
                .toList();
        return Told.of(
                Problem.MALFORMED_REQUEST,
                Map.of("where", result.hasFieldErrors() ? fieldNames(result) : "body", "errors", fields));
    }

    private static String fieldNames(BindingResult result) {
        return result.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Told malformed(String where) {
        return Told.of(Problem.MALFORMED_REQUEST, Map.of("where", where));
    }

    private Told status(ErrorResponse answered, Throwable trouble) {
        var status = answered.getStatusCode().value();
        return status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? internal(trouble) : ofStatus(status);
    }

    /** A transaction that can be neither begun nor ended has lost its connection; so begin sessions, before any page. */
    static boolean isOfTheDatabase(@Nullable Object trouble) {
        return trouble instanceof DataAccessResourceFailureException || trouble instanceof TransactionException;
    }

    private static Told internal(Throwable trouble) {
        if (isOfTheDatabase(trouble)) {
            return logged(Told.of(Problem.DATABASE_UNAVAILABLE), trouble);
        }
        return logged(
                Told.of(Problem.INTERNAL, Map.of("incident", UUID.randomUUID().toString())), trouble);
    }

    private static Told logged(Told told, Throwable trouble) {
        log.error("{} {}", told.problem().code(), told.members(), trouble);
        return told;
    }
}
