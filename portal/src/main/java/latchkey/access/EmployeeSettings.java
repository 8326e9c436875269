package latchkey.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where employees sign in.
 *
 * @param issuer the issuer, exactly as its tokens name it
 * @param clientId the portal's app registration there
 * @param clientSecret its secret
 * @param apiAudience the audience that tokens for the API must name; the app registration itself when left out
 * @param rolesClaim the claim that carries roles: {@code roles} for app roles, {@code groups} for groups
 * @param tenant the tenant that tokens must name; read from an Entra issuer when left out
 * @param lookUp how roles are asked for at Entra itself; when left out, tokens say them as they were at the sign-in
 * @param scopes what the sign-in asks for
 */
@ConfigurationProperties("latchkey.employees")
public record EmployeeSettings(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @Nullable String apiAudience,
        @NotBlank @DefaultValue("roles") String rolesClaim,
        @Nullable String tenant,
        @Valid @Nullable LookUpSettings lookUp,
        @NotEmpty @DefaultValue({"openid", "profile"}) List<String> scopes) {

    private static final Pattern ENTRA = Pattern.compile("/([0-9a-fA-F-]{36})/v2\\.0/?$");

    /** Whether roles are given by groups. */
    public boolean areRolesGroups() {
        return rolesClaim.equals("groups");
    }

    /** The audience of the API's tokens. */
    public String audience() {
        return apiAudience == null ? clientId : apiAudience;
    }

    /** The tenant that tokens must name in {@code tid}; empty when the issuer is no Entra tenant and none is set. */
    public Optional<String> expectedTenant() {
        return Optional.ofNullable(tenant)
                .or(() -> ENTRA.matcher(issuer.getPath())
                        .results()
                        .map(found -> found.group(1))
                        .findFirst());
    }
}
