package latchkey.settings;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Turns a reference in the settings into the secret it points to. */
@Component
@ConfigurationPropertiesBinding
final class SecretConverter implements Converter<String, Secret> {

    private final UnaryOperator<@Nullable String> environment;

    SecretConverter() {
        this(System::getenv);
    }

    SecretConverter(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public Secret convert(String reference) {
        return Secret.referredToBy(reference, environment);
    }
}
