package sandbox.graph.filter;

import java.util.ArrayList;
import java.util.List;
import sandbox.graph.GraphError;

/** Cuts an expression into pieces. */
final class Lexer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).cut();
    }

    private List<Token> cut() {
        while (at < text.length()) {
            next(text.charAt(at));
        }
        tokens.add(new Token(Token.Kind.END, "", at));
        return tokens;
    }

    private void next(char first) {
        switch (first) {
            case ' ', '\t' -> at++;
            case '(' -> single(Token.Kind.OPEN);
            case ')' -> single(Token.Kind.CLOSE);
            case ',' -> single(Token.Kind.COMMA);
            case '\'' -> quoted();
            case ':' -> single(Token.Kind.COLON);
            default -> word();
        }
    }

    private void single(Token.Kind kind) {
        tokens.add(new Token(kind, String.valueOf(text.charAt(at)), at));
        at++;
    }

    // Within quotes a quote is written twice (facts §3).
    private void quoted() {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                value.append('\'');
                at++;
            } else {
                tokens.add(new Token(Token.Kind.TEXT, value.toString(), start));
                return;
            }
        }
        throw wrong("There is an unterminated string literal", start);
    }

    private void word() {
        var start = at;
        while (at < text.length() && belongsToWord(text.charAt(at), start)) {
            at++;
        }
        if (at == start) {
            throw wrong("Syntax error: character '" + text.charAt(at) + "' is not valid", at);
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(start, at), start));
    }

    // A colon ends the variable of a lambda, but belongs into a time.
    private boolean belongsToWord(char c, int start) {
        return Character.isLetterOrDigit(c)
                || "_-./$@+#~!".indexOf(c) >= 0
                || (c == ':' && at > start && Character.isDigit(text.charAt(start)));
    }

    private GraphError wrong(String what, int where) {
        return GraphError.malformed("Invalid filter clause: " + what + " at position " + where + " in '" + text + "'.");
    }
}
