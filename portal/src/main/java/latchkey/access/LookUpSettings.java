package latchkey.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import latchkey.settings.Secret;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How roles are asked for at Entra itself, because tokens tell them only as they were at the sign-in.
 *
 * @param clientId an app registration of its own, with User.Read.All, GroupMember.Read.All and Application.Read.All
 * @param clientSecret its secret
 * @param graph where Graph is
 * @param keepFor how long an answer counts; whoever loses a role is refused after this long at the latest
 */
public record LookUpSettings(
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @DefaultValue("https://graph.microsoft.com") URI graph,

        @DurationMin(seconds = 1) @DurationMax(seconds = 60) @DefaultValue("30s")
        Duration keepFor) {}
