package sandbox.dataverse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import sandbox.dataverse.query.BadQuery;
import sandbox.people.BeforeCommit;

/** Words every refusal as Dataverse does. */
// Before the handler that words the same exceptions as problem details.
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {

    @ExceptionHandler
    ResponseEntity<ODataError> refused(DataverseException refused) {
        return answer(refused.status(), refused.code(), String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ODataError> badQuery(BadQuery bad) {
        return answer(400, "0x80060888", String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ODataError> impossible(Merges.Impossible impossible) {
        return answer(400, "0x80048d19", String.valueOf(impossible.getMessage()));
    }

    /** A synchronous step fails the transaction in which it runs. */
    @ExceptionHandler
    ResponseEntity<ODataError> stepFailed(BeforeCommit.Refused refused) {
        return answer(400, "0x80050203", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ODataError> noQuery(InvalidParameterException unreadable) {
        return answer(400, "0x80060888", "The query of the address cannot be read.");
    }

    @ExceptionHandler
    ResponseEntity<ODataError> notJson(HttpMessageNotReadableException unreadable) {
        return answer(400, "0x80048d19", "An error occurred while reading the payload: it is not a JSON object.");
    }

    @ExceptionHandler
    ResponseEntity<ODataError> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
        return answer(
                405, "0x8006088a", "The requested resource does not support http method '" + wrong.getMethod() + "'.");
    }

    @ExceptionHandler
    ResponseEntity<ODataError> wrongType(HttpMediaTypeNotSupportedException wrong) {
        return answer(415, "0x80048d19", "Send application/json.");
    }

    private static ResponseEntity<ODataError> answer(int status, String code, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("application/json; odata.metadata=minimal"))
                .header("OData-Version", "4.0")
                .body(ODataError.of(code, message));
    }
}
