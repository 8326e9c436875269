package latchkey.directory.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AttributeSettings;
import org.jspecify.annotations.Nullable;

/** The attributes of one directory, as its settings and the directory itself have them. */
final class Schema {

    // What a customer is made of beside attributes; asked for by name, because Graph's default set has none (facts
    // §4.2).
    private static final List<String> ALWAYS =
            List.of("id", "accountEnabled", "createdDateTime", "signInSessionsValidFromDateTime", "identities");

    private final List<AttributeDefinition> definitions;
    private final Map<AttributeKey, AttributeDefinition> byKey = new HashMap<>();
    private final List<AttributeDefinition> identifying;
    private final Set<String> selected = new LinkedHashSet<>(ALWAYS);

    private Schema(List<AttributeDefinition> definitions, DirectorySettings settings) {
        this.definitions = List.copyOf(definitions);
        this.identifying = identifying(definitions, settings);
        for (var definition : definitions) {
            byKey.put(definition.key(), definition);
            selected.add(definition.key().name());
        }
    }

    /** Built-in attributes first, then the custom ones by label. */
    static Schema of(List<AttributeDefinition> custom, DirectorySettings settings) {
        var definitions = new ArrayList<AttributeDefinition>();
        BuiltIn.all().forEach(builtIn -> definitions.add(definition(builtIn, settings)));
        custom.stream()
                .map(found -> labelled(found, settings))
                .sorted(Comparator.comparing(AttributeDefinition::label))
                .forEach(definitions::add);
        return new Schema(definitions, settings);
    }

    List<AttributeDefinition> definitions() {
        return definitions;
    }

    List<AttributeDefinition> identifying() {
        return identifying;
    }

    Optional<AttributeDefinition> definition(AttributeKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Nullable
    AttributeDefinition named(String property) {
        return byKey.get(new AttributeKey(property));
    }

    /** Everything that a customer is read with. */
    Set<String> selected() {
        return selected;
    }

    private static AttributeDefinition definition(BuiltIn builtIn, DirectorySettings settings) {
        var set = settings.attributes().get(builtIn.property());
        return new AttributeDefinition(
                new AttributeKey(builtIn.property()),
                set == null || set.label() == null ? builtIn.label() : set.label(),
                builtIn.type(),
                builtIn.isForAgents() && (set == null || set.editable()),
                builtIn.maximumLength());
    }

    private static AttributeDefinition labelled(AttributeDefinition found, DirectorySettings settings) {
        var set = settings.attributes().get(found.key().shortName());
        return set == null
                ? found
                : new AttributeDefinition(
                        found.key(),
                        label(found, set),
                        found.type(),
                        found.editable() && set.editable(),
                        found.maximumLength());
    }

    private static String label(AttributeDefinition found, AttributeSettings set) {
        return set.label() == null ? found.label() : set.label();
    }

    private static List<AttributeDefinition> identifying(
            List<AttributeDefinition> definitions, DirectorySettings settings) {
        var number = definitions.stream()
                .filter(definition -> definition.key().shortName().equals(settings.customerNumber()));
        var searched = definitions.stream()
                .filter(definition ->
                        isSearched(settings.attributes().get(definition.key().shortName())));
        return Stream.concat(number, searched)
                .filter(definition -> definition.key().isCustom())
                .distinct()
                .toList();
    }

    private static boolean isSearched(@Nullable AttributeSettings set) {
        return set != null && set.search();
    }
}
