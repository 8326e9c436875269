package latchkey.helpdesk.notices;

import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What customers are told of.
 *
 * @param after names of actions
 * @param linkFor how long "this was not me" can be said by the link in the mail
 */
@Validated
@ConfigurationProperties("latchkey.notices")
record NoticeSettings(
        @DefaultValue({
            "reset-password",
            "show-password",
            "edit-attributes",
            "block-sign-in",
            "unblock-sign-in",
            "revoke-sessions"
        })
        Set<String> after,

        @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 90)
        Duration linkFor) {}
