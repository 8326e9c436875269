package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who belongs to a population. */
class PopulationTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final AttributeKey BRAND = new AttributeKey("extension_0123456789abcdef0123456789abcdef_Brand");
    private static final AttributeKey COUNTRY = new AttributeKey("country");
    private static final AttributeKey MAILS = AttributeKey.OTHER_MAILS;

    private static final Population NORTH = Population.of(
            List.of(new Population.Part(Map.of(BRAND, Set.of("Contoso", "Fabrikam"), COUNTRY, Set.of("DE", "AT")))));

    @Test
    void oneValueOfEachAttributeIsNeeded() {
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("Fabrikam"), COUNTRY, text("AT")))))
                .isTrue();
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("Fabrikam"), COUNTRY, text("CH")))))
                .isFalse();
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("Woodgrove"), COUNTRY, text("AT")))))
                .isFalse();
    }

    @Test
    void whoHasNoValueIsOutside() {
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("Contoso"))))).isFalse();
        assertThat(NORTH.includes(customer(Map.of()))).isFalse();
    }

    @Test
    void capitalsDoNotMatterAndPartsOfValuesAreNotValues() {
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("CONTOSO"), COUNTRY, text("de")))))
                .isTrue();
        assertThat(NORTH.includes(customer(Map.of(BRAND, text("Contoso Ltd"), COUNTRY, text("DE")))))
                .isFalse();
        assertThat(NORTH.includes(customer(Map.of(BRAND, text(" Contoso"), COUNTRY, text("DE")))))
                .isFalse();
    }

    @Test
    void oneLineOfSeveralIsEnough() {
        var reached = Population.of(List.of(new Population.Part(Map.of(MAILS, Set.of("b@example.com")))));

        assertThat(reached.includes(
                        customer(Map.of(MAILS, new AttributeValue.Texts(List.of("a@example.com", "B@example.com"))))))
                .isTrue();
        assertThat(reached.includes(
                        customer(Map.of(MAILS, new AttributeValue.Texts(List.of("a@example.com, b@example.com"))))))
                .isFalse();
    }

    @Test
    void flagsAndNumbersAreComparedAsText() {
        var vip = new AttributeKey("extension_0123456789abcdef0123456789abcdef_Vip");
        var marked = Population.of(List.of(new Population.Part(Map.of(vip, Set.of("true", "7")))));

        assertThat(marked.includes(customer(Map.of(vip, new AttributeValue.Flag(true)))))
                .isTrue();
        assertThat(marked.includes(customer(Map.of(vip, new AttributeValue.Whole(7)))))
                .isTrue();
        assertThat(marked.includes(customer(Map.of(vip, new AttributeValue.Flag(false)))))
                .isFalse();
    }

    @Test
    void anyPartIsEnough() {
        var two = Population.of(List.of(
                new Population.Part(Map.of(COUNTRY, Set.of("DE"))),
                new Population.Part(Map.of(BRAND, Set.of("Woodgrove")))));

        assertThat(two.includes(customer(Map.of(BRAND, text("Woodgrove"))))).isTrue();
        assertThat(two.includes(customer(Map.of(COUNTRY, text("DE"))))).isTrue();
        assertThat(two.includes(customer(Map.of(COUNTRY, text("CH"))))).isFalse();
    }

    @Test
    void nobodyAndEveryoneAreWhatTheySay() {
        assertThat(Population.NOBODY.includes(customer(Map.of()))).isFalse();
        assertThat(Population.NOBODY.isNobody()).isTrue();
        assertThat(Population.EVERYONE.includes(customer(Map.of()))).isTrue();
        assertThat(Population.of(List.of()).isNobody()).isTrue();
    }

    private static AttributeValue text(String value) {
        return new AttributeValue.Text(value);
    }

    private static Customer customer(Map<AttributeKey, AttributeValue> attributes) {
        return new Customer(
                new CustomerId(CONTOSO, UUID.randomUUID()),
                "Jan",
                true,
                null,
                null,
                List.of(),
                new HashMap<>(attributes));
    }
}
