package sandbox.dataverse.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a table is called in URLs and in its own type, its key column, and the columns it has. */
public record Table(String set, String logicalName, String key, Map<String, Column> columns) {

    /** A table whose columns are given as {@code name:KIND}. */
    public static Table of(String set, String logicalName, String key, String... columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        for (String column : columns) {
            String[] parts = column.split(":");
            byName.put(parts[0], new Column(parts[0], Column.Kind.valueOf(parts[1])));
        }
        return new Table(set, logicalName, key, Collections.unmodifiableMap(byName));
    }

    /**
     * The column of this name.
     *
     * @throws BadQuery in Dataverse's words when there is none
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new BadQuery("Could not find a property named '" + name + "' on type 'Microsoft.Dynamics.CRM."
                    + logicalName + "'.");
        }
        return column;
    }

    /** The columns that a comma-separated {@code $select} names, the key always among them; a blank one means all. */
    public List<Column> select(String names) {
        if (names.isBlank()) {
            return List.copyOf(columns.values());
        }
        List<Column> selected = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            selected.add(column(name.strip()));
        }
        if (selected.stream().noneMatch(column -> column.name().equals(key))) {
            selected.add(column(key));
        }
        return selected.stream().distinct().toList();
    }
}
