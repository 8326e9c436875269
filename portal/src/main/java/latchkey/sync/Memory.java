package latchkey.sync;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sync wrote last for a contact and what that replaced, in marks; {@link SyncRows} writes it down. */
@Component
class Memory {

    private static final Set<AttributeKey> NAMES =
            Set.of(AttributeKey.GIVEN_NAME, AttributeKey.SURNAME, AttributeKey.DISPLAY_NAME);
    private static final String ADDRESS = "address";
    private static final String NOTHING = "";

    private final JdbcClient jdbc;
    private final Marks marks;

    Memory(JdbcClient jdbc, Marks marks) {
        this.jdbc = jdbc;
        this.marks = marks;
    }

    /**
     * What is remembered of one attribute.
     *
     * @param value what was written last
     * @param replaced the last few values before it
     * @param returns when values that had been replaced were written again
     */
    record Applied(String value, Set<String> replaced, Instant appliedAt, List<Instant> returns) {

        boolean isReturn(Change change) {
            return replaced.contains(change.value());
        }

        long returnsSince(Instant since) {
            return returns.stream().filter(at -> at.isAfter(since)).count();
        }

        boolean isFresh(Instant now, Duration while_) {
            return appliedAt.plus(while_).isAfter(now);
        }
    }

    /** By the attribute's name. */
    Map<String, Applied> of(DirectoryId directory, UUID contact) {
        var applied = new HashMap<String, Applied>();
        jdbc.sql("SELECT * FROM sync_applied WHERE directory = :directory AND contact_id = :contact")
                .param("directory", directory.value())
                .param("contact", contact)
                .query(row -> {
                    applied.put(row.getString("attribute"), applied(row));
                });
        return applied;
    }

    /** Whether the value is what the sync itself wrote there last. */
    boolean isOurs(DirectoryId directory, UUID contact, AttributeKey key, String value) {
        var applied = of(directory, contact).get(key.name());
        return applied != null && applied.value().equals(mark(directory, key, value));
    }

    /** What would be written that is neither there nor written already. */
    List<Change> news(
            DirectoryId directory,
            Mapping mapping,
            Customer customer,
            AttributeChanges changes,
            Map<String, Applied> known) {
        var news = new ArrayList<Change>();
        changes.values().forEach((key, value) -> {
            var change = change(directory, mapping, key, text(customer.attribute(key)), text(value));
            var last = known.get(key.name());
            if (!change.value().equals(last == null ? change.replaced() : last.value())) {
                news.add(change);
            }
        });
        return news;
    }

    private Change change(DirectoryId directory, Mapping mapping, AttributeKey key, String before, String after) {
        var isAddress = mapping.isAddress(key);
        return new Change(
                key.name(),
                mark(directory, key, after),
                mark(directory, key, before),
                isAddress && !after.isEmpty() ? address(directory, after) : null,
                isAddress && !before.isEmpty() && !before.equalsIgnoreCase(after),
                isAddress ? domains(directory, before, after) : null,
                NAMES.contains(key) && after.isEmpty() && !before.isEmpty());
    }

    private String mark(DirectoryId directory, AttributeKey key, String value) {
        return marks.of(directory, "attribute " + key, value);
    }

    private String address(DirectoryId directory, String address) {
        return marks.of(directory, ADDRESS, address.toLowerCase(Locale.ROOT));
    }

    private @Nullable String domains(DirectoryId directory, String before, String after) {
        var from = domain(before);
        var to = domain(after);
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? null
                : marks.of(directory, "domains", from + ">" + to);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Of several values the first, which is the contact's. */
    private static String text(Optional<AttributeValue> value) {
        return value.map(found -> found instanceof AttributeValue.Texts several
                        ? several.texts().getFirst()
                        : found.asText())
                .orElse(NOTHING);
    }

    private static Applied applied(ResultSet row) throws SQLException {
        return new Applied(
                row.getString("value"),
                Set.of(texts(row.getArray("replaced"))),
                java.util.Objects.requireNonNull(SyncRows.instant(row, "applied_at")),
                moments(row.getArray("returns")));
    }

    private static String[] texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).distinct().toArray(String[]::new);
    }

    private static List<Instant> moments(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray())
                .map(java.sql.Timestamp.class::cast)
                .map(java.sql.Timestamp::toInstant)
                .toList();
    }
}
