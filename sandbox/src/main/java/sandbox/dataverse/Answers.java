package sandbox.dataverse;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sandbox.dataverse.query.Column;
import sandbox.dataverse.query.Page;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Table;

/** Rows and pages as JSON with OData's annotations. */
final class Answers {

    static final String ROOT = "/api/data/v9.2/";
    private static final MediaType JSON =
            MediaType.parseMediaType("application/json; odata.metadata=minimal; charset=utf-8");

    private Answers() {}

    static ResponseEntity<Map<String, Object>> page(Table table, Page page, Preferences preferences) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", context(table, page.columns()));
        if (page.total() != null) {
            body.put("@odata.count", page.total());
        }
        body.put(
                "value",
                page.rows().stream().map(row -> row(row, page.columns())).toList());
        if (page.next() != null) {
            body.put("@odata.nextLink", nextLink(page.next()));
        }
        return ResponseEntity.ok().headers(headers(preferences.applied())).body(body);
    }

    static ResponseEntity<Map<String, Object>> entity(Table table, Row row, List<Column> columns, String applied) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", context(table, columns) + "/$entity");
        body.putAll(row(row, columns));
        return ResponseEntity.ok()
                .headers(headers(applied))
                .header(HttpHeaders.ETAG, etag(row.version()))
                .body(body);
    }

    static ResponseEntity<Map<String, Object>> value(Map<String, Object> body) {
        return ResponseEntity.ok().headers(headers("")).body(body);
    }

    static ResponseEntity<Map<String, Object>> ok(String applied, Map<String, Object> body) {
        return ResponseEntity.ok().headers(headers(applied)).body(body);
    }

    /** A new row: where it is, and itself when the caller prefers that. */
    static ResponseEntity<Map<String, Object>> created(Table table, Row row, Preferences preferences) {
        var place = root() + table.set() + "(" + row.value(table.key()) + ")";
        var columns = List.copyOf(table.columns().values());
        return preferences.returnsRow()
                ? ResponseEntity.status(201)
                        .headers(headers("return=representation"))
                        .header("OData-EntityId", place)
                        .body(entity(table, row, columns, "").getBody())
                : saved(place);
    }

    static ResponseEntity<Map<String, Object>> saved(String place) {
        return ResponseEntity.noContent()
                .header("OData-Version", "4.0")
                .header("OData-EntityId", place)
                .build();
    }

    static ResponseEntity<Map<String, Object>> deleted() {
        return ResponseEntity.noContent().header("OData-Version", "4.0").build();
    }

    static ResponseEntity<String> count(long rows) {
        return ResponseEntity.ok()
                .header("OData-Version", "4.0")
                .contentType(MediaType.TEXT_PLAIN)
                .body(String.valueOf(rows));
    }

    static String etag(long version) {
        return "W/\"" + version + "\"";
    }

    static String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + ROOT;
    }

    private static HttpHeaders headers(String applied) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(JSON);
        headers.set("OData-Version", "4.0");
        if (!applied.isEmpty()) {
            headers.set("Preference-Applied", applied);
        }
        return headers;
    }

    static String context(Table table, List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(joining(","));
        String selected = columns.size() == table.columns().size() ? "" : "(" + names + ")";
        return root() + "$metadata#" + table.set() + selected;
    }

    static Map<String, Object> row(Row row, List<Column> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("@odata.etag", etag(row.version()));
        columns.forEach(column -> putValue(values, column.name(), row.value(column.name())));
        return values;
    }

    @SuppressWarnings("NullAway") // JSON has null; the map that stands for an object must carry it.
    private static void putValue(Map<String, Object> values, String name, @Nullable Object value) {
        values.put(
                name,
                value instanceof Instant time
                        ? time.truncatedTo(ChronoUnit.SECONDS).toString()
                        : value);
    }

    private static String nextLink(String token) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("$skiptoken", token)
                .build(true)
                .toUriString();
    }
}
