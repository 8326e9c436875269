package latchkey.oversight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.audit.AuditEntry;
import latchkey.audit.Subject;
import org.jspecify.annotations.Nullable;

/** Entries as a table for spreadsheets, without personal values; no cell begins as a formula does (OWASP WSTG-INPV-21). */
final class Table {

    private static final String[] HEAD = {
        "number",
        "at",
        "id",
        "actor",
        "roles",
        "action",
        "directory",
        "customer",
        "case",
        "ticket",
        "ending",
        "code",
        "request",
        "ended",
        "values"
    };

    /** The last four are the same in full width, which some spreadsheets take for them. */
    private static final String BEGINS_A_FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter rows;

    Table(Writer out) {
        rows = CsvWriter.builder().build(out);
        rows.writeRecord(HEAD);
    }

    void add(AuditEntry entry) {
        var said = entry.announcement();
        var outcome = entry.outcome();
        var line = EntryLine.of(entry);
        rows.writeRecord(cells(
                entry.sequence(),
                entry.at(),
                entry.id(),
                said.actor().id(),
                String.join(" ", said.actor().roles().stream().sorted().toList()),
                said.action(),
                directory(said.subject()),
                customer(said.subject()),
                said.caseId(),
                said.ticket(),
                line.ending().name().toLowerCase(java.util.Locale.ROOT),
                line.code(),
                outcome == null ? null : outcome.requestId(),
                entry.endedAt(),
                values(said.facts())));
    }

    void end() {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as a spreadsheet shows it and nothing else; whatever stands invisibly before it does not help a formula. */
    static String harmless(String text) {
        var first = text.codePoints()
                .filter(point -> !Character.isWhitespace(point)
                        && !Character.isSpaceChar(point)
                        && !Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT)
                .findFirst();
        var opens = first.isPresent() && BEGINS_A_FORMULA.indexOf(first.getAsInt()) >= 0;
        var controls = !text.isEmpty() && Character.isISOControl(text.charAt(0));
        return opens || controls ? "'" + text : text;
    }

    private static String[] cells(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "" : harmless(value.toString()))
                .toArray(String[]::new);
    }

    private static @Nullable String directory(@Nullable Subject subject) {
        return subject == null ? null : subject.directory();
    }

    private static @Nullable String customer(@Nullable Subject subject) {
        return subject == null ? null : subject.id();
    }

    private static String values(Map<String, String> facts) {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining("; "));
    }
}
