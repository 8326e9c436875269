package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import latchkey.access.FrontLimitSettings;
import latchkey.access.StepUpSettings;
import latchkey.access.employees.Employees;
import latchkey.access.employees.Issuer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The four ways in: customers on their port, programs with a token, webhooks with a key, agents with a session. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Chains {

    private final Refusals refusals;

    private final Ports ports;

    Chains(Refusals refusals, Ports ports) {
        this.refusals = refusals;
        this.ports = ports;
    }

    /** No session, so nothing a foreign page could ride on: what a link's bearer may do lies in the link itself. */
    @Bean
    @Order(1)
    SecurityFilterChain customers(HttpSecurity http, CustomersGate gate, FrontLimitSettings limit) throws Exception {
        return shared(http)
                .securityMatcher(ports::isCustomers)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CustomersPace(limit, refusals), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .build();
    }

    /** Browsers never attach a bearer token by themselves, so these requests need no token against forgery. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, Gate gate, JwtDecoder tokens, Employees employees, KnownAgents agents) throws Exception {
        return shared(http)
                .securityMatcher(Chains::bearsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.decoder(tokens)
                                .jwtAuthenticationConverter(token -> agents.arrived(employees.of(token)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .build();
    }

    /** Endpoints that are open to everybody act on no session: there is nothing to ride on, and none is begun. */
    @Bean
    @Order(3)
    SecurityFilterChain messengers(HttpSecurity http, Gate gate, Routes routes) throws Exception {
        return shared(http)
                .securityMatcher(request -> isApi(request) && routes.rule(request) instanceof Rule.Anybody)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain agents(
            HttpSecurity http,
            Gate gate,
            AgentSession session,
            Issuer issuer,
            StepUpSettings stepUp,
            SignInOutcome outcome,
            SignOut signOut)
            throws Exception {
        return shared(http)
                .securityContext(context -> context.securityContextRepository(session))
                .requestCache(cache -> cache.requestCache(visits()))
                .oauth2Login(signIn(issuer, new AskedSignIn(issuer, stepUp), outcome))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(session).logoutSuccessHandler(signOut))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .build();
    }

    /** A span around each of some twenty filters costs more than all of them, and the request's own span stays. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Headers come from {@link ResponseHeaders}, which also reaches answers that no chain sees. */
    private HttpSecurity shared(HttpSecurity http) throws Exception {
        return http.headers(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .exceptionHandling(told -> told.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .addFilterBefore(new BodyLimit(refusals), CsrfFilter.class)
                .addFilterBefore(new SameSite(refusals), CsrfFilter.class);
    }

    private Customizer<OAuth2LoginConfigurer<HttpSecurity>> signIn(
            Issuer issuer, AskedSignIn asked, SignInOutcome outcome) {
        return login -> login.loginPage(Refusals.SIGN_IN)
                .clientRegistrationRepository(issuer)
                .authorizedClientRepository(new NoAccessTokens())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asked))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(outcome))
                .successHandler(outcome)
                .failureHandler(outcome)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                        filter.setAuthenticationFailureHandler(outcome);
                        return filter;
                    }
                });
    }

    /** Null is how the framework is told to leave addresses as they were, though its signature does not say so. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache visits() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Refusals::isPageVisit);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean bearsToken(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7) && isApi(request);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
