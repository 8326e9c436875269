package benchmarks.measure;

import java.util.List;

/** The rows as a Markdown table. */
public final class Table {

    private Table() {}

    public static String of(List<Row> rows) {
        var text = new StringBuilder("""
                | what | measured | reference, same run | ratio | goal | met |
                |---|---|---|---|---|---|
                """);
        for (var row : rows) {
            text.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            row.what(),
                            row.measured(),
                            row.reference(),
                            row.reference().equals("-") ? "-" : Row.plain(row.ratio()),
                            row.goal(),
                            row.met() ? "yes" : "**no**"));
        }
        return text.toString();
    }
}
