package sandbox.dataverse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.query.Column;
import sandbox.dataverse.query.Query;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Rows;
import sandbox.dataverse.query.Table;
import sandbox.settings.CurrentSettings;

/** What tables and columns there are, over the Web API: enough to check a mapping and change tracking against. */
@RestController
@RequestMapping("/api/data/{version:v9\\.[0-2]}")
class DefinitionsEndpoint {

    private static final Table TABLES = Table.of(
            "EntityDefinitions",
            "EntityMetadata",
            "MetadataId",
            "MetadataId:ID",
            "LogicalName:TEXT",
            "SchemaName:TEXT",
            "EntitySetName:TEXT",
            "ChangeTrackingEnabled:TRUTH");
    private static final Table COLUMNS = Table.of(
            "Attributes",
            "AttributeMetadata",
            "MetadataId",
            "MetadataId:ID",
            "LogicalName:TEXT",
            "AttributeType:TEXT",
            "MaxLength:NUMBER",
            "IsValidForUpdate:TRUTH");

    private final CurrentSettings settings;

    DefinitionsEndpoint(CurrentSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/EntityDefinitions")
    ResponseEntity<Map<String, Object>> tables(@RequestParam Map<String, String> options) {
        return answer(TABLES, List.of(contact(), externalIdentity()), options);
    }

    @GetMapping("/EntityDefinitions(LogicalName='{table}')")
    ResponseEntity<Map<String, Object>> table(
            @PathVariable String table, @RequestParam(name = "$select", defaultValue = "") String select) {
        return Answers.entity(TABLES, present(table), TABLES.select(select), "");
    }

    /** Only the length of a text column is known by cast in the real service; here it stands beside the rest. */
    @GetMapping("/EntityDefinitions(LogicalName='{table}')/Attributes")
    ResponseEntity<Map<String, Object>> columns(@PathVariable String table, @RequestParam Map<String, String> options) {
        var known = table.equals("contact") ? ContactTable.TABLE.columns().values() : List.<Column>of();
        present(table);
        return answer(COLUMNS, known.stream().map(DefinitionsEndpoint::column).toList(), options);
    }

    private static ResponseEntity<Map<String, Object>> answer(
            Table table, List<Definition> rows, Map<String, String> options) {
        return Answers.page(table, Query.answer(table, Rows.of(table, rows), options, null), Preferences.read(""));
    }

    private Definition present(String table) {
        return List.of(contact(), externalIdentity()).stream()
                .filter(known -> table.equals(known.values().get("LogicalName")))
                .findFirst()
                .orElseThrow(() -> new DataverseException(
                        404, "0x80060888", "Could not find an entity with name " + table + " in the metadata."));
    }

    private Definition contact() {
        return table(
                "contact", "Contact", "contacts", settings.now().dataverse().changeTracking());
    }

    private Definition externalIdentity() {
        var name = settings.now().dataverse().externalIdentities();
        return table(name, name, name.replaceFirst("y$", "ies"), false);
    }

    private static Definition table(String name, String schemaName, String set, boolean tracked) {
        return new Definition(Map.of(
                "MetadataId",
                id(name),
                "LogicalName",
                name,
                "SchemaName",
                schemaName,
                "EntitySetName",
                set,
                "ChangeTrackingEnabled",
                tracked));
    }

    private static Definition column(Column column) {
        return new Definition(Map.of(
                "MetadataId",
                id("contact." + column.name()),
                "LogicalName",
                column.name(),
                "AttributeType",
                type(column.kind()),
                "MaxLength",
                (long) ContactTable.LENGTHS.getOrDefault(column.name(), 0),
                "IsValidForUpdate",
                !ContactTable.READ_ONLY.contains(column.name())));
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "String";
            case ID -> "Uniqueidentifier";
            case NUMBER -> "Integer";
            case TRUTH -> "Boolean";
            case TIME -> "DateTime";
        };
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private record Definition(Map<String, Object> values) implements Row {

        @Override
        public @Nullable Object value(String column) {
            return values.get(column);
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
