package latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import latchkey.testing.TestCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Holds the commented reference and the demo's settings to the settings that the modules read. */
class SettingsDocumentTest {

    private static final Path REFERENCE = Path.of("../docs/settings.yaml");

    private static final Path DEMO = Path.of("../demo/latchkey.yaml");

    private static final UnaryOperator<@Nullable String> SECRETS =
            name -> name.endsWith("SECRET") || name.endsWith("KEY") || name.endsWith("PASSWORD")
                    ? TestCertificate.PASSWORD
                    : null;

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.in(folder, "reference");
    }

    @Test
    void theReferenceHasNoMistake() {
        assertThat(mistakesIn(REFERENCE)).isEmpty();
    }

    @Test
    void theDemoHasNoMistake() {
        assertThat(mistakesIn(DEMO)).isEmpty();
    }

    @Test
    void theReferenceHasEveryKey() {
        assertThat(keysIn(REFERENCE)).containsAll(everyKey());
    }

    private static List<Mistake> mistakesIn(Path file) {
        var read = SettingsFile.read(file, SECRETS);
        return new SettingsCheck(file, inTheRoot(read), SECRETS).mistakesAgainst(settings());
    }

    /** Paths in the reference are relative to the root of the repository. */
    private static List<PropertySource<?>> inTheRoot(SettingsFile file) {
        file.documents().forEach(SettingsDocumentTest::moveLogo);
        file.documents().forEach(SettingsDocumentTest::provideCertificates);
        return file.documents();
    }

    private static void moveLogo(PropertySource<?> document) {
        @SuppressWarnings("unchecked")
        var values = (Map<String, Object>) document.getSource();
        values.computeIfPresent("latchkey.brand.logo", (key, value) -> "../" + value);
    }

    /** Nobody keeps a private key among the documents, so that the files in the reference are not there. */
    private static void provideCertificates(PropertySource<?> document) {
        @SuppressWarnings("unchecked")
        var values = (Map<String, Object>) document.getSource();
        values.keySet().stream()
                .filter(key -> key.endsWith(".certificate.file"))
                .toList()
                .forEach(key -> values.put(key, certificate.pkcs12().toString()));
    }

    private static Collection<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("latchkey").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), SettingsDocumentTest.class.getClassLoader()))
                .filter(type -> type.getEnclosingClass() == null)
                .toList();
    }

    private static Collection<String> everyKey() {
        var keys = new TreeSet<String>();
        leaves().forEach(leaf -> keys.add(leaf.key()));
        return keys;
    }

    private record Leaf(String key, RecordComponent component) {}

    private static Stream<Leaf> leaves() {
        return settings().stream()
                .flatMap(type ->
                        leaves(type.getAnnotation(ConfigurationProperties.class).value(), type));
    }

    private static Stream<Leaf> leaves(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> leaves(prefix + "." + name(component), component));
    }

    private static Stream<Leaf> leaves(String key, RecordComponent component) {
        var type = component.getType();
        if (type.isRecord()) {
            return leaves(key, type);
        }
        var valueType = Map.class.isAssignableFrom(type) ? valueType(component) : null;
        return valueType != null && valueType.isRecord()
                ? leaves(key + "." + example(key), valueType)
                : Stream.of(new Leaf(key, component));
    }

    private static final Map<String, String> EXAMPLES = Map.of(
            "roles",
            "agent",
            "populations",
            "north",
            "directories",
            "contoso",
            "dataverse",
            "contoso",
            "attributes",
            "CustomerNumber",
            "rules",
            "after-credentials",
            "latchkey.policy.rules",
            "at-night");

    private static String example(String key) {
        return EXAMPLES.getOrDefault(key, String.valueOf(EXAMPLES.get(key.replaceAll(".*\\.", ""))));
    }

    private static @Nullable Class<?> valueType(RecordComponent component) {
        Type value = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
        return value instanceof Class<?> known ? known : null;
    }

    private static String name(RecordComponent component) {
        var name = component.getAnnotation(Name.class);
        return name == null ? DataObjectPropertyName.toDashedForm(component.getName()) : name.value();
    }

    /** Keys with their list indices and map entries cut off. */
    private static Collection<String> keysIn(Path file) {
        var keys = new ArrayList<String>();
        values(file).keySet().forEach(key -> {
            keys.add(key);
            keys.add(key.substring(0, Math.max(0, key.lastIndexOf('.'))));
        });
        return keys;
    }

    private static Map<String, String> values(Path file) {
        var values = new TreeMap<String, String>();
        for (var document : SettingsFile.read(file, SECRETS).documents()) {
            var source = (EnumerablePropertySource<?>) document;
            for (var key : source.getPropertyNames()) {
                values.merge(
                        key.replaceAll("\\[\\d+]$", ""),
                        String.valueOf(source.getProperty(key)),
                        (first, second) -> first + "," + second);
            }
        }
        return values;
    }
}
