package latchkey.front;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import latchkey.access.AddressSettings;
import latchkey.access.ForCustomers;
import latchkey.access.OpenToEveryone;
import latchkey.audit.AuditUnavailable;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInAnswer;
import latchkey.directory.SignInRoute;
import latchkey.directory.SignInTie;
import latchkey.helpdesk.verification.ShownCode;
import latchkey.helpdesk.verification.SignInAttempts;
import latchkey.helpdesk.verification.SignInCodes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a caller signs in at their own directory and is shown a code for the agent; no session begins. */
@Controller
@ForCustomers
@OpenToEveryone(because = "it shows a code only to who just signed in at the directory, and is limited per address")
@RequestMapping("/verify")
class SignInCodePage {

    /** What ties a browser to its sign-in; over TLS the prefix binds it to this host. */
    private static final String COOKIE = "verify";

    private static final String BOUND_COOKIE = "__Host-verify";

    private final CustomerSignIns signIns;
    private final SignInAttempts attempts;
    private final SignInCodes codes;
    private final URI front;

    SignInCodePage(CustomerSignIns signIns, SignInAttempts attempts, SignInCodes codes, AddressSettings addresses) {
        this.signIns = signIns;
        this.attempts = attempts;
        this.codes = codes;
        this.front = addresses.front().url();
    }

    @GetMapping
    String open(Model model, HttpServletResponse response) {
        var places = signIns.places();
        if (places.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("places", places);
        return "front/verify";
    }

    /** Begins nothing on our side, so that a GET may do it. */
    @GetMapping("/{directory}/start")
    String start(@PathVariable String directory, Model model, HttpServletResponse response) {
        return known(directory)
                .map(id -> start(id, model, response))
                .orElseGet(() -> failed("gone", HttpStatus.NOT_FOUND, model, response));
    }

    @GetMapping("/{directory}/back")
    String back(
            @PathVariable String directory,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @CookieValue(name = COOKIE, defaultValue = "") String kept,
            @CookieValue(name = BOUND_COOKIE, defaultValue = "") String bound,
            Model model,
            HttpServletResponse response) {
        keep("", Duration.ZERO, response);
        return known(directory)
                .flatMap(id -> attempts.back(id, overTls() ? bound : kept, state)
                        .filter(tie -> !code.isEmpty())
                        .map(tie -> end(id, tie, code, model, response)))
                .orElseGet(() -> failed("not-signed-in", HttpStatus.BAD_REQUEST, model, response));
    }

    private String start(DirectoryId directory, Model model, HttpServletResponse response) {
        var kept = attempts.begin();
        return switch (signIns.begin(directory, back(directory), attempts.tie(directory, kept))) {
            case SignInRoute.To to -> {
                keep(kept, SignInAttempts.LIFE, response);
                yield "redirect:" + to.address();
            }
            case SignInRoute.Away away -> failed("away", HttpStatus.SERVICE_UNAVAILABLE, model, response);
        };
    }

    private String end(DirectoryId directory, SignInTie tie, String code, Model model, HttpServletResponse response) {
        return switch (signIns.end(directory, back(directory), tie, code)) {
            case SignInAnswer.SignedIn signedIn -> shown(signedIn.customer(), model, response);
            case SignInAnswer.NotShown notShown -> failed("not-signed-in", HttpStatus.BAD_REQUEST, model, response);
            case SignInAnswer.Away away -> failed("away", HttpStatus.SERVICE_UNAVAILABLE, model, response);
        };
    }

    private String shown(CustomerId customer, Model model, HttpServletResponse response) {
        try {
            return codes.show(customer)
                    .map(code -> shown(code, model))
                    .orElseGet(() -> failed("too-many", HttpStatus.TOO_MANY_REQUESTS, model, response));
        } catch (AuditUnavailable e) {
            return failed("away", HttpStatus.SERVICE_UNAVAILABLE, model, response);
        }
    }

    private static String shown(ShownCode code, Model model) {
        model.addAttribute("code", code.digits());
        model.addAttribute("until", code.until());
        return "front/verify-code";
    }

    private static String failed(String why, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("why", why);
        return "front/verify-failed";
    }

    private Optional<DirectoryId> known(String directory) {
        return signIns.places().stream()
                .map(CustomerSignIns.Place::directory)
                .filter(id -> id.value().equals(directory))
                .findFirst();
    }

    private URI back(DirectoryId directory) {
        return URI.create(front + "/verify/" + directory.value() + "/back");
    }

    private void keep(String value, Duration life, HttpServletResponse response) {
        var cookie = ResponseCookie.from(overTls() ? BOUND_COOKIE : COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(overTls())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean overTls() {
        return "https".equals(front.getScheme());
    }
}
