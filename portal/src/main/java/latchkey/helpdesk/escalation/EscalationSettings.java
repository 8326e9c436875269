package latchkey.helpdesk.escalation;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told of escalations.
 *
 * @param mailTo addresses of supervisors; the administrator when there is none
 */
@Validated
@ConfigurationProperties("latchkey.escalations")
record EscalationSettings(@DefaultValue List<@NotBlank String> mailTo) {}
