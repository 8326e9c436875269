package sandbox.oidc;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import sandbox.clock.SandboxClock;
import sandbox.tenants.Tenants;

/** Where apps send employees to sign in: one picks who to be, and goes back with a code. */
@Controller
class AuthorizePage {

    static final String COOKIE = "sandbox_signin";

    private static final int CANCELLED = 65004;

    private final Tenants tenants;
    private final Employees employees;
    private final SignInSessions sessions;
    private final AuthorizationCodes codes;
    private final SandboxClock clock;

    AuthorizePage(
            Tenants tenants,
            Employees employees,
            SignInSessions sessions,
            AuthorizationCodes codes,
            SandboxClock clock) {
        this.tenants = tenants;
        this.employees = employees;
        this.sessions = sessions;
        this.codes = codes;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/{tenant}/oauth2/v2.0/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView authorize(
            @PathVariable String tenant,
            @RequestParam Map<String, String> sent,
            @CookieValue(name = COOKIE, defaultValue = "") String key) {
        return switch (check(tenant, sent)) {
            case Checked.Good good -> signIn(tenant, good.request(), sent, key);
            case Checked.Shown shown -> show(shown.error());
            case Checked.Told told -> tell(told);
        };
    }

    /** The button of the picker; carries the whole request again, so that it is checked again. */
    @PostMapping("/{tenant}/login")
    ModelAndView pick(
            @PathVariable String tenant,
            @RequestParam("employee") String employee,
            @RequestParam Map<String, String> sent,
            HttpServletResponse answer) {
        return switch (check(tenant, sent)) {
            case Checked.Good good -> signInAs(tenant, good.request(), employee, sent, answer);
            case Checked.Shown shown -> show(shown.error());
            case Checked.Told told -> tell(told);
        };
    }

    private Checked check(String tenant, Map<String, String> sent) {
        return tenants.tenant(tenant)
                .map(found -> RequestCheck.check(sent, appId -> tenants.application(found, appId)))
                .orElseGet(() -> new Checked.Shown(unknownTenant(tenant)));
    }

    private ModelAndView signIn(String tenant, SignInRequest request, Map<String, String> sent, String key) {
        Optional<SignInSession> fresh = sessions.with(key).filter(found -> isFreshEnough(found, request));
        Optional<SignInSession> session = fresh.filter(found -> found.meets(request.contexts()));
        return switch (request.prompt()) {
            case "none" ->
                session.map(found -> goBack(tenant, request, found))
                        .orElseGet(() -> fresh.isPresent() ? oneMoreStep(request) : notSignedIn(request));
            case "login", "select_account", "consent" -> picker(tenant, request, sent, null);
            default ->
                session.map(found -> goBack(tenant, request, found))
                        .orElseGet(() -> picker(tenant, request, sent, null));
        };
    }

    private boolean isFreshEnough(SignInSession session, SignInRequest request) {
        return request.maxAgeSeconds() == null || session.isYoungerThan(request.maxAgeSeconds(), clock.instant());
    }

    private ModelAndView signInAs(
            String tenant,
            SignInRequest request,
            String employeeKey,
            Map<String, String> sent,
            HttpServletResponse answer) {
        if ("cancel".equals(employeeKey)) {
            return cancelled(request);
        }
        Employee employee = employees.withKey(employeeKey).orElse(null);
        if (employee == null) {
            return picker(tenant, request, sent, new SignInError("", 50034, "There is nobody of that name here."));
        }
        if (!employee.enabled()) {
            return picker(
                    tenant, request, sent, new SignInError("", 50057, employee.name() + "'s account is disabled."));
        }
        String key = sessions.start(employee, request.contexts().thatExist());
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie(key).toString());
        return goBack(tenant, request, sessions.with(key).orElseThrow());
    }

    private ModelAndView goBack(String tenant, SignInRequest request, SignInSession session) {
        session.origins().add(Origin.of(request.redirectUri()));
        String code = codes.issue(new AuthorizationCodes.SignedIn(
                tenants.tenant(tenant).orElseThrow().id(), null, request, session));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        putState(parameters, request.state());
        parameters.put("session_state", session.sid());
        return answer(request.redirectUri(), request.answersByForm(), parameters);
    }

    private ModelAndView notSignedIn(SignInRequest request) {
        return tell(
                request,
                new SignInError(
                        "login_required", 50058, "A silent sign-in request was sent but no user is signed in."));
    }

    private ModelAndView oneMoreStep(SignInRequest request) {
        return tell(
                request,
                new SignInError(
                        "interaction_required",
                        50076,
                        "Due to a configuration change made by your administrator, or because you moved to a new"
                                + " location, you must use multi-factor authentication to access the resource."));
    }

    private ModelAndView cancelled(SignInRequest request) {
        return tell(request, new SignInError("access_denied", CANCELLED, "User declined to sign in."));
    }

    private ModelAndView tell(SignInRequest request, SignInError error) {
        return tell(new Checked.Told(request.redirectUri(), request.answersByForm(), request.state(), error));
    }

    private ModelAndView tell(Checked.Told told) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", told.error().error());
        parameters.put("error_description", told.error().description(clock.instant()));
        if (told.error().code() == CANCELLED) {
            parameters.put("error_subcode", "cancel");
        }
        putState(parameters, told.state());
        return answer(told.redirectUri(), told.byForm(), parameters);
    }

    private static void putState(Map<String, String> parameters, @Nullable String state) {
        if (state != null) {
            parameters.put("state", state);
        }
    }

    private static ModelAndView answer(String redirectUri, boolean byForm, Map<String, String> parameters) {
        if (byForm) {
            return new ModelAndView("oidc/form-post", Map.of("action", redirectUri, "parameters", parameters));
        }
        RedirectView view = new RedirectView(redirectUri + "?" + FormEncoding.of(parameters));
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.FOUND);
        return new ModelAndView(view);
    }

    private ModelAndView picker(
            String tenant, SignInRequest request, Map<String, String> sent, @Nullable SignInError problem) {
        Map<String, String> again = new LinkedHashMap<>(sent);
        again.remove("employee");
        ModelAndView view = new ModelAndView("oidc/sign-in");
        view.addObject("action", "/" + tenant + "/login");
        view.addObject("sent", again);
        view.addObject("employees", employees.all());
        view.addObject("hint", request.loginHint());
        view.addObject("contexts", String.join(", ", request.contexts().thatExist()));
        view.addObject("returnTo", Origin.of(request.redirectUri()));
        view.addObject("problem", problem == null ? null : problem.title());
        return view;
    }

    private static ModelAndView show(SignInError error) {
        ModelAndView view = new ModelAndView("oidc/sign-in-error", Map.of("error", error));
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private static ResponseCookie cookie(String key) {
        return ResponseCookie.from(COOKIE, key)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }

    private static SignInError unknownTenant(String tenant) {
        return new SignInError(
                "invalid_request",
                90002,
                "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID.");
    }
}
