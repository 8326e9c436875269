package latchkey.api;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import latchkey.access.AddressSettings;
import latchkey.access.OpenToEveryone;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells every problem: as JSON below {@code /api/} (RFC 9457), elsewhere as a page. */
@Controller
@ControllerAdvice
class ProblemTeller implements ErrorController {

    private final Diagnosis diagnosis;

    private final Wording wording;

    private final ProblemPage page;

    private final AddressSettings addresses;

    private final MeterRegistry meters;

    ProblemTeller(
            Diagnosis diagnosis, Wording wording, ProblemPage page, AddressSettings addresses, MeterRegistry meters) {
        this.meters = meters;
        this.diagnosis = diagnosis;
        this.wording = wording;
        this.page = page;
        this.addresses = addresses;
    }

    @ExceptionHandler(Exception.class)
    Object tell(Exception trouble, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return answer(diagnosis.of(trouble), request.getRequestURI(), request, response, locale);
    }

    /** What the container itself refused, before any page was reached. */
    @RequestMapping("/error")
    @OpenToEveryone(because = "It only tells what went wrong.", onBothPorts = true)
    Object tellStatus(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var told = Diagnosis.isOfTheDatabase(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
                ? Told.of(Problem.DATABASE_UNAVAILABLE)
                : diagnosis.ofStatus(status instanceof Integer code ? code : 404);
        return answer(told, asked, request, response, locale);
    }

    private Object answer(
            Told told, String path, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var words = wording.words(told, locale);
        meters.counter("latchkey.problems", "code", told.problem().code()).increment();
        response.setStatus(told.problem().status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var wait = told.retryAfter();
        if (wait != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        return path.startsWith("/api/") ? json(told, words) : page.telling(told, words, request);
    }

    private ResponseEntity<ProblemDetail> json(Told told, ProblemWords words) {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(told.problem().status()), words.detail());
        detail.setType(
                URI.create(addresses.url() + "/problems/" + told.problem().code()));
        detail.setTitle(words.title());
        detail.setProperty("code", told.problem().code());
        detail.setProperty("advice", words.advice());
        told.members().forEach(detail::setProperty);
        var answer = ResponseEntity.status(told.problem().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (told.problem().status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(told));
        }
        return answer.body(detail);
    }

    /** What a program must do for a fresh sign-in, as RFC 9470 §3 tells it. */
    private static String challenge(Told told) {
        if (told.problem() != Problem.STEP_UP_REQUIRED) {
            return "Bearer";
        }
        var acrs = told.members().get("acrs");
        return "Bearer error=\"insufficient_user_authentication\", "
                + "error_description=\"A more recent or stronger authentication is required\", max_age=\""
                + told.members().get("maxAge") + "\"" + (acrs == null ? "" : ", acr_values=\"" + acrs + "\"");
    }
}
