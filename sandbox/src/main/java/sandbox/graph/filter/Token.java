package sandbox.graph.filter;

/**
 * A piece of an expression.
 *
 * @param text without quotes, doubled ones made single
 * @param at where it begins
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        TEXT,
        OPEN,
        CLOSE,
        COMMA,
        COLON,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isWord(String wanted) {
        return kind == Kind.WORD && text.equals(wanted);
    }
}
