package latchkey.helpdesk.customer;

import static latchkey.helpdesk.customer.CustomerBuilder.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import org.junit.jupiter.api.Test;

class AttributeLinesTest {

    private static final AttributeKey BRAND = new AttributeKey("extension_00000000000000000000000000000000_Brand");

    private final AttributeLines lines = new AttributeLines(Words.messages(), Words.moments());

    @Test
    void numbersAreGroupedAsTheReaderGroupsThem() {
        var points = new AttributeValue.Whole(1234567);

        assertThat(lines.texts(points, Locale.US)).containsExactly("1,234,567");
        assertThat(lines.texts(points, Locale.GERMANY)).containsExactly("1.234.567");
    }

    @Test
    void flagsAreYesOrNo() {
        assertThat(lines.texts(new AttributeValue.Flag(true), Locale.US)).containsExactly("Yes");
        assertThat(lines.texts(new AttributeValue.Flag(false), Locale.GERMANY)).containsExactly("Nein");
    }

    @Test
    void aMomentAtMidnightIsADateWhereverTheReaderSits() {
        var since = new AttributeValue.Moment(Instant.parse("2020-02-29T00:00:00Z"));

        assertThat(lines.texts(since, Locale.UK)).containsExactly("29 February 2020");
    }

    @Test
    void aMomentWithATimeIsShownByTheDesksClock() {
        var since = new AttributeValue.Moment(Instant.parse("2026-07-01T12:30:00Z"));

        assertThat(lines.texts(since, Locale.GERMANY))
                .singleElement()
                .asString()
                .startsWith("1. Juli 2026")
                .endsWith("14:30");
    }

    @Test
    void bytesAreShownByTheirSize() {
        assertThat(lines.texts(new AttributeValue.Bytes("AQIDBA=="), Locale.US)).containsExactly("4 bytes");
    }

    @Test
    void everyAttributeOfTheDirectoryHasALineEvenWithoutValue() {
        var line = line(definition(BRAND, Type.TEXT));

        assertThat(line.isEmpty()).isTrue();
        assertThat(line.custom()).isTrue();
    }

    @Test
    void aValueOnItsWayStandsBesideTheOneTheDirectoryShows() {
        var change = new PendingChange.OfAttribute(
                AttributeKey.SURNAME, new AttributeValue.Text("Meyer"), Words.NOW.minusSeconds(30));

        var line = line(definition(AttributeKey.SURNAME, Type.TEXT), change);

        assertThat(line.texts()).containsExactly("de Vries");
        assertThat(line.pending()).isEqualTo(new AttributeLine.Pending(List.of("Meyer"), "today at 10:14\u202fAM"));
    }

    @Test
    void anAttributeThatIsAboutToBeFilledIsNotAmongTheEmptyOnes() {
        var change = new PendingChange.OfAttribute(BRAND, new AttributeValue.Text("Fabrikam"), Words.NOW);

        assertThat(line(definition(BRAND, Type.TEXT), change).isEmpty()).isFalse();
    }

    private AttributeLine line(AttributeDefinition definition, PendingChange... pending) {
        var jan = customer()
                .with(AttributeKey.SURNAME, new AttributeValue.Text("de Vries"))
                .make();
        return lines.of(jan, List.of(definition), List.of(pending), Locale.US).getFirst();
    }

    private static AttributeDefinition definition(AttributeKey key, Type type) {
        return new AttributeDefinition(key, key.shortName(), type, true, 64);
    }
}
