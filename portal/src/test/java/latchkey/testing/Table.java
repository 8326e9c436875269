package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that is kept apart from the code: lines of cells between tabs, the first one with the columns' names. */
public final class Table {

    private Table() {}

    /** The rows of a resource of the tests, each by column; lines that begin with # are words for people. */
    public static List<Map<String, String>> rows(String resource) {
        var lines = lines(resource).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split("\t")))
                .toList();
        var columns = lines.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        lines.stream().skip(1).forEach(cells -> rows.add(row(columns, cells)));
        return List.copyOf(rows);
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + cells.size() + " cells: " + cells);
        }
        var row = new LinkedHashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
            row.put(columns.get(column), cells.get(column));
        }
        return row;
    }

    private static List<String> lines(String resource) {
        try (var table = Table.class.getResourceAsStream(resource)) {
            if (table == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
