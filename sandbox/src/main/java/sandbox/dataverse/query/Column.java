package sandbox.dataverse.query;

/** A column of a table: its name in the Web API and what kind of value it has. */
public record Column(String name, Kind kind) {

    /** What a column holds; ids compare without regard to case, like texts. */
    public enum Kind {
        TEXT,
        ID,
        NUMBER,
        TRUTH,
        TIME
    }
}
