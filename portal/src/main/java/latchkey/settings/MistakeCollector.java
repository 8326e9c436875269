package latchkey.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Watches a binding, notes each failure instead of stopping at the first, and learns which keys exist. */
final class MistakeCollector implements BindHandler {

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .defaultLocale(Locale.ENGLISH)
            .buildValidatorFactory()
            .getValidator();

    private final Lines lines;

    private final Set<ConfigurationPropertyName> known = new LinkedHashSet<>();

    private final Set<ConfigurationPropertyName> mistaken = new LinkedHashSet<>();

    private final List<Mistake> found = new ArrayList<>();

    MistakeCollector(Lines lines) {
        this.lines = lines;
    }

    List<Mistake> found() {
        return found;
    }

    boolean knows(ConfigurationPropertyName name) {
        return known.contains(name);
    }

    /** The part of an unknown name that is the first unknown one. */
    ConfigurationPropertyName nearestStranger(ConfigurationPropertyName name) {
        var stranger = name;
        while (stranger.getNumberOfElements() > 2 && !leadsSomewhere(stranger.getParent())) {
            stranger = stranger.getParent();
        }
        return stranger;
    }

    String siblingsOf(ConfigurationPropertyName name) {
        var depth = name.getNumberOfElements();
        return known.stream()
                .filter(candidate -> candidate.getNumberOfElements() >= depth
                        && name.getParent().isAncestorOf(candidate))
                .map(candidate -> candidate.getElement(depth - 1, ConfigurationPropertyName.Form.ORIGINAL))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    @Override
    public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        known.add(name);
        return target;
    }

    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        validate(name, result);
        return result;
    }

    @Override
    public Object onCreate(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        validate(name, result);
        return result;
    }

    /** Notes the failure; the binding goes on without the value, to find what else is wrong. */
    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        if (mistaken.stream().noneMatch(name::isAncestorOf)) {
            var property = context.getConfigurationProperty();
            note(name, Wording.of(name, target, property == null ? null : property.getValue(), error));
        }
        return null;
    }

    private boolean leadsSomewhere(ConfigurationPropertyName name) {
        return known.stream().anyMatch(name::isAncestorOf);
    }

    private void validate(ConfigurationPropertyName name, Object bound) {
        if (bound.getClass().getName().startsWith("latchkey.")) {
            VALIDATOR.validate(bound).forEach(violation -> noteViolation(name, violation));
        }
    }

    private void noteViolation(ConfigurationPropertyName name, ConstraintViolation<?> violation) {
        var key = ConfigurationPropertyName.adapt(name + "." + dashed(violation), '.');
        // What could not be made because of a mistake inside it is not missing.
        if (mistaken.stream().noneMatch(key::isAncestorOf)) {
            note(key, Wording.of(key, violation));
        }
    }

    private void note(ConfigurationPropertyName name, String text) {
        if (mistaken.add(name)) {
            found.add(lines.mistake(name, text));
        }
    }

    private static String dashed(ConstraintViolation<?> violation) {
        return DataObjectPropertyName.toDashedForm(violation.getPropertyPath().toString());
    }
}
