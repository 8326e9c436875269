package sandbox.oidc;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import sandbox.clock.SandboxClock;
import sandbox.people.Directories;
import sandbox.people.Identity;
import sandbox.people.Seed;
import sandbox.people.User;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** Where apps send customers to sign in by a user flow of B2C: one picks who to be, or types a sign-in name. */
@Controller
class CustomerAuthorizePage {

    private static final int CANCELLED = 90091;

    private final Tenants tenants;
    private final Directories directories;
    private final Seed seed;
    private final AuthorizationCodes codes;
    private final SandboxClock clock;

    CustomerAuthorizePage(
            Tenants tenants, Directories directories, Seed seed, AuthorizationCodes codes, SandboxClock clock) {
        this.tenants = tenants;
        this.directories = directories;
        this.seed = seed;
        this.codes = codes;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/{tenant}/{policy:[bB]2[cC]_1.*}/oauth2/v2.0/authorize",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView authorize(
            @PathVariable String tenant, @PathVariable String policy, @RequestParam Map<String, String> sent) {
        var found = tenant(tenant, policy);
        return switch (check(found, sent)) {
            case Checked.Good good -> picker(found, policy, good.request(), sent, null);
            case Checked.Shown shown -> show(shown.error());
            case Checked.Told told -> tell(told);
        };
    }

    /** The button of the page; carries the whole request again, so that it is checked again. */
    @PostMapping("/{tenant}/{policy:[bB]2[cC]_1.*}/login")
    ModelAndView pick(
            @PathVariable String tenant,
            @PathVariable String policy,
            @RequestParam(name = "customer", defaultValue = "") String customer,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam Map<String, String> sent) {
        var found = tenant(tenant, policy);
        return switch (check(found, sent)) {
            case Checked.Good good ->
                signInAs(found, policy, good.request(), customer.isEmpty() ? name : customer, sent);
            case Checked.Shown shown -> show(shown.error());
            case Checked.Told told -> tell(told);
        };
    }

    private Tenant tenant(String tenant, String policy) {
        return tenants.tenant(tenant)
                .filter(found -> UserFlows.has(found, policy))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "The tenant has no user flow of this name."));
    }

    private Checked check(Tenant tenant, Map<String, String> sent) {
        return RequestCheck.check(sent, appId -> tenants.application(tenant, appId));
    }

    private ModelAndView signInAs(
            Tenant tenant, String policy, SignInRequest request, String who, Map<String, String> sent) {
        if ("cancel".equals(who)) {
            return tell(new Checked.Told(
                    request.redirectUri(),
                    request.answersByForm(),
                    request.state(),
                    new SignInError(
                            "access_denied", CANCELLED, "The user has cancelled entering self-asserted information.")));
        }
        var user = user(tenant, who);
        if (user.isEmpty()) {
            return picker(tenant, policy, request, sent, "We can't seem to find your account.");
        }
        if (!user.get().enabled()) {
            return picker(
                    tenant,
                    policy,
                    request,
                    sent,
                    "Your account has been locked. Contact your support person to unlock it, then try again.");
        }
        return goBack(tenant, policy, request, user.get());
    }

    /** By id, as the buttons send it, or by a sign-in name, as a person types it. */
    private Optional<User> user(Tenant tenant, String who) {
        var directory = directories.of(tenant);
        Set<String> known = directory.known(who.strip(), null);
        return directory
                .user(who)
                .or(() -> known == null
                        ? Optional.empty()
                        : known.stream().sorted().findFirst().flatMap(directory::user));
    }

    private ModelAndView goBack(Tenant tenant, String policy, SignInRequest request, User user) {
        var session = new SignInSession(
                UUID.randomUUID().toString(), user.id(), clock.instant(), Set.of(), ConcurrentHashMap.newKeySet());
        Map<String, String> parameters = new LinkedHashMap<>();
        putState(parameters, request.state());
        parameters.put("code", codes.issue(new AuthorizationCodes.SignedIn(tenant.id(), policy, request, session)));
        return answer(request.redirectUri(), request.answersByForm(), parameters);
    }

    /** In B2C's words, which name its own numbers. */
    private ModelAndView tell(Checked.Told told) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", told.error().error());
        parameters.put(
                "error_description", told.error().description(clock.instant()).replaceFirst("^AADSTS", "AADB2C"));
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
        var view = new RedirectView(redirectUri + "?" + FormEncoding.of(parameters));
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.FOUND);
        return new ModelAndView(view);
    }

    private ModelAndView picker(
            Tenant tenant, String policy, SignInRequest request, Map<String, String> sent, @Nullable String problem) {
        var again = new LinkedHashMap<>(sent);
        again.keySet().removeAll(Set.of("customer", "name"));
        var view = new ModelAndView("oidc/customer-sign-in");
        view.addObject("action", "/" + tenant.domain() + "/" + policy + "/login");
        view.addObject("sent", again);
        view.addObject("tenant", tenant.displayName());
        view.addObject("customers", people(tenant));
        view.addObject("returnTo", Origin.of(request.redirectUri()));
        view.addObject("problem", problem);
        return view;
    }

    private List<Choice> people(Tenant tenant) {
        var directory = directories.of(tenant);
        return seed.people(tenant).stream()
                .flatMap(person -> Optional.ofNullable(person.userId()).flatMap(directory::user).stream())
                .map(Choice::of)
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static ModelAndView show(SignInError error) {
        var view = new ModelAndView("oidc/sign-in-error", Map.of("error", error));
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    /** Somebody to be. */
    public record Choice(String id, String name, String signsInWith, boolean enabled) {

        static Choice of(User user) {
            return new Choice(
                    user.id(),
                    String.valueOf(user.text("displayName")),
                    user.identities().stream()
                            .filter(Identity::local)
                            .map(Identity::issuerAssignedId)
                            .findFirst()
                            .orElse("another provider"),
                    user.enabled());
        }
    }
}
