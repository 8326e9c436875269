package latchkey.testing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Settings as a file with these keys would give them. */
public final class Bound {

    private Bound() {}

    public static <T> T settings(Class<T> type, Map<String, String> keys) {
        var annotation = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type + " binds no settings");
        }
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(annotation.prefix(), Bindable.of(type));
    }
}
