package latchkey.helpdesk.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Ringing a customer back at a number on file.
 *
 * @param enabled whether agents are offered it
 * @param within how long one may take until the agent says what came of it
 */
@Validated
@ConfigurationProperties("latchkey.verification.call-back")
record CallBackSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10m") Duration within) {}
