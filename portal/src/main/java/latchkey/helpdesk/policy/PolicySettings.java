package latchkey.helpdesk.policy;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The help desk's own rules.
 *
 * @param rules by name; all that are met count
 */
@Validated
@ConfigurationProperties("latchkey.policy")
record PolicySettings(@DefaultValue Map<String, @Valid PolicyRule> rules) {

    PolicySettings {
        rules = Map.copyOf(new TreeMap<>(rules));
    }
}
