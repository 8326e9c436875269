package latchkey.helpdesk.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import latchkey.settings.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The settings that say who may do what, with what ships and what was left out filled in, as texts by their keys. */
@Component
class EffectiveSettings {

    private static final Set<String> PARTS = Set.of(
            "latchkey.access",
            "latchkey.access.sessions",
            "latchkey.access.step-up",
            "latchkey.policy",
            "latchkey.actions",
            "latchkey.approval",
            "latchkey.protection",
            "latchkey.verification",
            "latchkey.verification.call-back",
            "latchkey.verification.override",
            "latchkey.limits",
            "latchkey.cases");

    /** What names single people is told apart by its hash alone. */
    private static final List<String> ABOUT_PEOPLE = List.of(
            "latchkey.access.people",
            "latchkey.protection.vip",
            "latchkey.approval.mail-to",
            "latchkey.verification.override.mail-to");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new SimpleModule().addSerializer(Secret.class, new ToStringSerializer(Secret.class)))
            .build();

    private final ApplicationContext context;

    EffectiveSettings(ApplicationContext context) {
        this.context = context;
    }

    SortedMap<String, String> now() {
        var settings = new TreeMap<String, String>();
        context.getBeansWithAnnotation(ConfigurationProperties.class).values().forEach(part -> {
            var prefix = prefix(part);
            if (PARTS.contains(prefix)) {
                put(settings, prefix, JSON.valueToTree(part));
            }
        });
        return settings;
    }

    static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String prefix(Object part) {
        var annotation = part.getClass().getAnnotation(ConfigurationProperties.class);
        return annotation == null ? "" : annotation.value();
    }

    private static void put(Map<String, String> settings, String key, JsonNode value) {
        if (ABOUT_PEOPLE.contains(key)) {
            settings.put(key, "(" + digest(canonical(value)).substring(0, 16) + ")");
        } else if (value.isObject()) {
            value.properties().forEach(member -> put(settings, key + "." + member.getKey(), member.getValue()));
        } else if (!value.isNull()) {
            settings.put(key, canonical(value));
        }
    }

    /** Sets have no order, so that their elements are sorted. */
    private static String canonical(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + ": " + canonical(member.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(EffectiveSettings::canonical)
                        .sorted()
                        .collect(Collectors.joining(", ", "[", "]"))
                : value.asString();
    }
}
