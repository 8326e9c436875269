package latchkey.access.employees;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.access.EmployeeSettings;
import latchkey.access.LookUpSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Employees as Microsoft Graph knows them: whether they may sign in, their app roles here, their groups
 * (graph/api/user-list-approleassignments and directoryobject-getmembergroups).
 */
final class EmployeesAtGraph {

    private static final String REGISTRATION = "employees-look-up";

    /** App roles of a registration change when somebody edits it, not while people work. */
    private static final Duration ROLES_COUNT_FOR = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LookUpSettings lookUp;
    private final EmployeeSettings settings;
    private final Issuer issuer;
    private final Clock clock;
    private final RestClient http;

    private volatile @Nullable OAuth2AuthorizedClientManager tokens;
    private volatile @Nullable AppRoles appRoles;

    EmployeesAtGraph(LookUpSettings lookUp, EmployeeSettings settings, Issuer issuer, Clock clock) {
        this.lookUp = lookUp;
        this.settings = settings;
        this.issuer = issuer;
        this.clock = clock;
        this.http = RestClient.builder()
                .baseUrl(lookUp.graph() + "/v1.0")
                .requestFactory(patient())
                .build();
    }

    /**
     * What the roles claim of a token issued now would say; nothing for whoever is gone or may not sign in.
     *
     * @throws org.springframework.web.client.RestClientException or {@link IllegalStateException} when Graph does not say
     */
    Set<String> claims(String objectId) {
        var token = token();
        return mayWork(objectId, token)
                ? settings.areRolesGroups() ? groups(objectId, token) : appRoles(objectId, token)
                : Set.of();
    }

    private boolean mayWork(String objectId, String token) {
        try {
            return got(User.class, token, "/users/{id}?$select=id,accountEnabled", objectId)
                    .accountEnabled();
        } catch (HttpClientErrorException.NotFound gone) {
            return false;
        }
    }

    private Set<String> appRoles(String objectId, String token) {
        var here = rolesHere(token);
        return got(Assignments.class, token, "/users/{id}/appRoleAssignments?$top=999", objectId).value().stream()
                .filter(assignment -> here.servicePrincipal().equals(assignment.resourceId()))
                .map(assignment -> here.values().get(assignment.appRoleId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> groups(String objectId, String token) {
        var answer = http.post()
                .uri("/users/{id}/getMemberGroups", objectId)
                .headers(headers -> headers.setBearerAuth(token))
                .body(Map.of("securityEnabledOnly", false))
                .retrieve()
                .body(Ids.class);
        return Set.copyOf(
                Objects.requireNonNull(answer, "Graph answered nothing").value());
    }

    private AppRoles rolesHere(String token) {
        var known = appRoles;
        if (known == null || known.until().isBefore(clock.instant())) {
            known = AppRoles.of(
                    got(
                            ServicePrincipal.class,
                            token,
                            "/servicePrincipals(appId='{app}')?$select=id,appRoles",
                            settings.clientId()),
                    clock.instant().plus(ROLES_COUNT_FOR));
            appRoles = known;
        }
        return known;
    }

    private <T> T got(Class<T> type, String token, String path, String key) {
        return Objects.requireNonNull(
                http.get()
                        .uri(path, key)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .body(type),
                "Graph answered nothing");
    }

    private String token() {
        try {
            var client = tokens().authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                    .principal(REGISTRATION)
                    .build());
            return Objects.requireNonNull(client, "no token came")
                    .getAccessToken()
                    .getTokenValue();
        } catch (OAuth2AuthorizationException e) {
            throw new IllegalStateException("no token: " + e.getMessage(), e);
        }
    }

    private OAuth2AuthorizedClientManager tokens() {
        var known = tokens;
        if (known == null) {
            var registrations = new InMemoryClientRegistrationRepository(registration());
            var made = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                    registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
            made.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                    .clientCredentials()
                    .build());
            tokens = made;
            known = made;
        }
        return known;
    }

    private ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenUri(issuer.registration().getProviderDetails().getTokenUri())
                .clientId(lookUp.clientId())
                .clientSecret(lookUp.clientSecret().reveal())
                .scope(lookUp.graph() + "/.default")
                .build();
    }

    private static SimpleClientHttpRequestFactory patient() {
        var factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(PATIENCE);
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    private record User(boolean accountEnabled) {}

    private record Assignments(List<Assignment> value) {}

    private record Assignment(String appRoleId, String resourceId) {}

    private record Ids(List<String> value) {}

    private record ServicePrincipal(String id, List<AppRole> appRoles) {}

    private record AppRole(String id, @Nullable String value, boolean isEnabled) {}

    private record AppRoles(String servicePrincipal, Map<String, String> values, Instant until) {

        static AppRoles of(ServicePrincipal principal, Instant until) {
            var values = principal.appRoles().stream()
                    .filter(AppRole::isEnabled)
                    .filter(role -> role.value() != null)
                    .collect(Collectors.toMap(AppRole::id, role -> String.valueOf(role.value())));
            return new AppRoles(principal.id(), values, until);
        }
    }
}
