package sandbox.control;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the control API cannot do is said in a sentence (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ControlApi.class)
class WrongRequests {

    @ExceptionHandler
    ProblemDetail wrongRequest(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
}
