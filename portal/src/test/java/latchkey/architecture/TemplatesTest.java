package latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latchkey.testing.Asvs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What holds for every template and every text. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static final Pattern SET = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=(?!=)");

    private static final List<String> SPOKEN = List.of("title", "alt", "placeholder", "aria-label", "aria-description");

    @Test
    void noTemplateHasLiteralText() throws IOException {
        var literal = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            for (var element :
                    Jsoup.parse(Files.readString(file), Parser.xmlParser()).getAllElements()) {
                literalTextOf(element).forEach(text -> literal.add(file.getFileName() + ": " + text));
            }
        }
        assertThat(literal).isEmpty();
    }

    @Test
    @Asvs({"1.1.2", "1.2.3"})
    void noTemplateHasInlineScriptOrStyleOrUnescapedText() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            var root = Jsoup.parse(Files.readString(file), Parser.xmlParser());
            for (var element : root.getAllElements()) {
                if (forbidden(element) && !file.startsWith(TEMPLATES.resolve("mail"))) {
                    found.add(file.getFileName() + ": "
                            + element.outerHtml().lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** The fragment is put in its place before the loop begins, so it would never see what the loop stands at. */
    @Test
    void noElementIsRepeatedAndReplacedAtOnce() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            for (var element :
                    Jsoup.parse(Files.readString(file), Parser.xmlParser()).getAllElements()) {
                if (element.hasAttr("th:each") && (element.hasAttr("th:replace") || element.hasAttr("th:insert"))) {
                    found.add(file.getFileName() + ": " + element.attr("th:each"));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** A condition is looked at before the variables beside it are set, so it would never find them. */
    @Test
    void noConditionAsksForAVariableThatItsOwnElementSets() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            for (var element :
                    Jsoup.parse(Files.readString(file), Parser.xmlParser()).getAllElements()) {
                var conditions = element.attr("th:if") + element.attr("th:unless");
                SET.matcher(element.attr("th:with"))
                        .results()
                        .map(set -> set.group(1))
                        .filter(name -> conditions.matches(".*[{(! ]" + name + "\\b.*"))
                        .forEach(name -> found.add(file.getFileName() + ": " + name));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyLanguageHasEveryText() throws IOException {
        for (var english : files(MESSAGES, ".properties")) {
            if (english.getFileName().toString().contains("_")) {
                continue;
            }
            var german = MESSAGES.resolve(english.getFileName().toString().replace(".properties", "_de.properties"));
            assertThat(german).exists();
            assertThat(keys(german)).as(german.toString()).isEqualTo(keys(english));
        }
    }

    private static List<String> literalTextOf(Element element) {
        var found = new ArrayList<String>();
        for (var node : element.childNodes()) {
            if (node instanceof TextNode text && hasLetters(text.text()) && !replaced(element)) {
                found.add(text.text().strip());
            }
        }
        for (var name : SPOKEN) {
            if (hasLetters(element.attr(name))) {
                found.add(name + "=" + element.attr(name));
            }
        }
        return found;
    }

    private static boolean replaced(Element element) {
        // What stands on a key of the keyboard is the same in every language.
        return element.hasAttr("th:text")
                || element.hasAttr("th:inline")
                || element.tagName().equals("kbd");
    }

    private static boolean hasLetters(String text) {
        return text.replaceAll("\\[\\[.*?]]", "").chars().anyMatch(Character::isLetter);
    }

    private static boolean forbidden(Element element) {
        var inline = element.tagName().equals("style")
                || (element.tagName().equals("script") && !element.hasAttr("src") && !element.hasAttr("th:src"));
        return inline
                || element.attributes().asList().stream().map(Attribute::getKey).anyMatch(TemplatesTest::forbidden);
    }

    private static boolean forbidden(String attribute) {
        return attribute.equals("style")
                || attribute.equals("th:style")
                || attribute.equals("th:utext")
                || attribute.startsWith("on")
                || attribute.startsWith("th:on")
                || attribute.startsWith("hx-on");
    }

    private static Set<Object> keys(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.keySet());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).as("files in " + folder).isNotEmpty();
            return found;
        }
    }
}
