package latchkey.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.PropertySource;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Fills in {@code ${NAME}} and {@code ${NAME:default}} from the environment. One whose variable is not set stays as it is,
 * so that the value is reported where it does not fit.
 */
final class Placeholders {

    private final PropertyPlaceholderHelper helper = new PropertyPlaceholderHelper("${", "}", ":", null, true);

    private final UnaryOperator<@Nullable String> environment;

    Placeholders(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    PropertySource<?> filledIn(PropertySource<?> document) {
        var values = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) document.getSource()).forEach((key, value) -> values.put((String) key, filledIn(value)));
        return new OriginTrackedMapPropertySource(document.getName(), values, true);
    }

    private Object filledIn(Object value) {
        return value instanceof OriginTrackedValue tracked && tracked.getValue() instanceof CharSequence text
                ? OriginTrackedValue.of(
                        helper.replacePlaceholders(text.toString(), environment::apply), tracked.getOrigin())
                : value;
    }
}
