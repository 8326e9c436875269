package latchkey.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.AuditEntry;
import latchkey.audit.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody writes a formula into a ticket number and waits for an auditor to open the table. */
class TableTest {

    private static final String TRIGGERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\uff1d1",
                "\uff201"
            })
    void noCellBeginsAsAFormula(String text) {
        assertThat(Table.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-4711", "", "a=b", "https://login.example#kim"})
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(Table.harmless(text)).isEqualTo(text);
    }

    @Property(tries = 2_000)
    void anyTextComesBackFromItsOwnCellAndIsNoFormula(@ForAll("nasty") String ticket, @ForAll("nasty") String value) {
        var row = read(ticket, value);

        assertThat(row)
                .hasSize(15)
                .allSatisfy(cell -> assertThat(cell.isEmpty() || TRIGGERS.indexOf(cell.charAt(0)) < 0)
                        .isTrue());
        assertThat(row.get(9)).isIn(ticket, "'" + ticket);
        assertThat(row.get(14)).isEqualTo("way=" + value);
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.strings()
                .withChars(TRIGGERS + ",;\"' ab1\u00a0\ufeff\u2028")
                .ofMaxLength(12);
    }

    private static java.util.List<String> read(String ticket, String value) {
        var out = new StringWriter();
        var table = new Table(out);
        var kim = new Actor(Actor.Kind.AGENT, "https://login.example#kim", "Kim", Set.of("agent"));
        var said = new Announcement(
                kim, "open-case", new Subject("contoso", "jan"), null, "why", ticket, Map.of("way", value), Map.of());
        table.add(new AuditEntry(1, new UUID(1, 2), Instant.EPOCH, said, false, null, null, null, false));
        table.end();
        return CsvReader.builder().ofCsvRecord(out.toString()).stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .getFields();
    }
}
