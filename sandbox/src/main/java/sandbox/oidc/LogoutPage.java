package sandbox.oidc;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Signs somebody out here and, through hidden frames, at the other apps (facts §13, front-channel logout). */
@Controller
class LogoutPage {

    /** The registered logout page of every app here, below the origin it was signed in to. */
    private static final String FRONT_CHANNEL_PATH = "/logout/front-channel";

    private final SignInSessions sessions;
    private final Issuer issuer;

    LogoutPage(SignInSessions sessions, Issuer issuer) {
        this.sessions = sessions;
        this.issuer = issuer;
    }

    @RequestMapping(
            path = "/{tenant}/oauth2/v2.0/logout",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView logout(
            @PathVariable String tenant,
            @RequestParam Map<String, String> sent,
            @CookieValue(name = AuthorizePage.COOKIE, defaultValue = "") String key,
            HttpServletResponse answer) {
        Optional<SignInSession> ended = sessions.end(key);
        answer.addHeader(HttpHeaders.SET_COOKIE, noCookie().toString());
        String returnTo = trusted(sent.get("post_logout_redirect_uri"));
        List<String> apps = ended.map(session -> frames(session, returnTo, issuer.of(tenant)))
                .orElse(List.of());
        return returnTo != null && apps.isEmpty()
                ? redirect(withState(returnTo, sent.get("state")))
                : page(returnTo, apps);
    }

    /** An address that is not registered is not followed; the person stays on the page here. */
    private static @Nullable String trusted(@Nullable String returnTo) {
        return returnTo != null && Addresses.isOnThisMachine(returnTo) ? returnTo : null;
    }

    /** The app that asked has signed its person out itself. */
    private static List<String> frames(SignInSession session, @Nullable String returnTo, String issuer) {
        String asking = returnTo == null ? "" : Origin.of(returnTo);
        String query = "?" + FormEncoding.of(Map.of("sid", session.sid(), "iss", issuer));
        return session.origins().stream()
                .filter(origin -> !origin.equals(asking))
                .map(origin -> origin + FRONT_CHANNEL_PATH + query)
                .toList();
    }

    private static String withState(String returnTo, @Nullable String state) {
        String separator = returnTo.contains("?") ? "&" : "?";
        return state == null ? returnTo : returnTo + separator + FormEncoding.of(Map.of("state", state));
    }

    private static ModelAndView redirect(String to) {
        RedirectView view = new RedirectView(to);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.FOUND);
        return new ModelAndView(view);
    }

    private static ModelAndView page(@Nullable String returnTo, List<String> apps) {
        ModelAndView view = new ModelAndView("oidc/signed-out");
        view.addObject("returnTo", returnTo);
        view.addObject("apps", apps);
        return view;
    }

    private static ResponseCookie noCookie() {
        return ResponseCookie.from(AuthorizePage.COOKIE, "")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .build();
    }
}
