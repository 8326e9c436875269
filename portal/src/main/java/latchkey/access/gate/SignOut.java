package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import latchkey.access.AddressSettings;
import latchkey.access.Refused;
import latchkey.access.employees.Issuer;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Signs out at the issuer as well (OpenID Connect RP-Initiated Logout 1.0 §2; Entra takes {@code logout_hint}). */
@Component
class SignOut implements LogoutSuccessHandler {

    static final String AFTERWARDS = "/signed-out";

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);

    private final Issuer issuer;

    private final AddressSettings addresses;

    private final KnownAgents agents;

    private final Trail trail;

    SignOut(Issuer issuer, AddressSettings addresses, KnownAgents agents, Trail trail) {
        this.issuer = issuer;
        this.addresses = addresses;
        this.agents = agents;
        this.trail = trail;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        response.sendRedirect(who instanceof AgentToken token ? atIssuer(token) : AFTERWARDS);
    }

    private String atIssuer(AgentToken token) {
        note(token);
        agents.left(token.getPrincipal());
        var endpoint = endpoint();
        return endpoint == null
                ? AFTERWARDS
                : UriComponentsBuilder.fromUriString(endpoint)
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .queryParam("logout_hint", "{hint}")
                        .encode()
                        .buildAndExpand(addresses.url() + AFTERWARDS, hint(token))
                        .toUriString();
    }

    private static String hint(AgentToken token) {
        var hint = token.employee().logoutHint();
        return hint == null ? "" : hint;
    }

    private @Nullable String endpoint() {
        try {
            return (String) issuer.registration()
                    .getProviderDetails()
                    .getConfigurationMetadata()
                    .get("end_session_endpoint");
        } catch (Refused unreachable) {
            return null;
        }
    }

    /** Signing out must work even when nothing can be noted. */
    private void note(AgentToken token) {
        try {
            trail.note(Announcement.of(token.getPrincipal().actor(), "sign-out", null), null);
        } catch (AuditUnavailable e) {
            log.warn("A sign-out could not be noted in the trail: {}", e.getMessage());
        }
    }
}
