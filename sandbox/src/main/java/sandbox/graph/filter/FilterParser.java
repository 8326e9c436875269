package sandbox.graph.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphError;

/** Reads an expression by recursive descent: or binds weakest, then and, then not. */
public final class FilterParser {

    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Set<String> FUNCTIONS = Set.of("startswith", "endswith", "contains");
    private static final Set<String> QUANTIFIERS = Set.of("any", "all");
    private static final int DEEPEST = 50;

    private final String text;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private FilterParser(String text) {
        this.text = text;
        tokens = Lexer.tokens(text);
    }

    /**
     * Reads an expression.
     *
     * @throws GraphError 400 saying what is wrong and where (facts §3.2, row "Invalid filter clause")
     */
    public static Filter parse(String text) {
        var parser = new FilterParser(text);
        var filter = parser.or();
        if (!parser.peek().is(Token.Kind.END)) {
            throw parser.wrong("Syntax error");
        }
        return filter;
    }

    private Filter or() {
        var left = and();
        while (skipWord("or")) {
            left = new Filter.Or(left, and());
        }
        return left;
    }

    private Filter and() {
        var left = not();
        while (skipWord("and")) {
            left = new Filter.And(left, not());
        }
        return left;
    }

    private Filter not() {
        if (++depth > DEEPEST) {
            throw wrong("The expression is nested too deeply");
        }
        try {
            return skipWord("not") ? new Filter.Not(not()) : primary();
        } finally {
            depth--;
        }
    }

    private Filter primary() {
        if (skip(Token.Kind.OPEN)) {
            var inner = or();
            demand(Token.Kind.CLOSE);
            return inner;
        }
        var word = demand(Token.Kind.WORD).text();
        if (peek().is(Token.Kind.OPEN)) {
            return called(word);
        }
        return compared(path(word));
    }

    private Filter called(String word) {
        if (FUNCTIONS.contains(word.toLowerCase(java.util.Locale.ROOT))) {
            return function(word);
        }
        var slash = word.lastIndexOf('/');
        if (slash > 0 && QUANTIFIERS.contains(word.substring(slash + 1))) {
            return each(path(word.substring(0, slash)), word.substring(slash + 1));
        }
        throw wrong("An unknown function with name '" + word + "' was found");
    }

    private Filter function(String name) {
        demand(Token.Kind.OPEN);
        var path = path(demand(Token.Kind.WORD).text());
        demand(Token.Kind.COMMA);
        var value = demand(Token.Kind.TEXT).text();
        demand(Token.Kind.CLOSE);
        // OData writes startswith; Graph's documentation startsWith. Both work.
        return new Filter.Call(
                switch (name.toLowerCase(java.util.Locale.ROOT)) {
                    case "startswith" -> "startsWith";
                    case "endswith" -> "endsWith";
                    default -> "contains";
                },
                path,
                value);
    }

    private Filter each(Filter.Path path, String quantifier) {
        demand(Token.Kind.OPEN);
        if (skip(Token.Kind.CLOSE)) {
            return new Filter.Each(path, quantifier, null, null);
        }
        var variable = demand(Token.Kind.WORD).text();
        demand(Token.Kind.COLON);
        var condition = or();
        demand(Token.Kind.CLOSE);
        return new Filter.Each(path, quantifier, variable, condition);
    }

    private Filter compared(Filter.Path path) {
        var operator = demand(Token.Kind.WORD).text();
        if (operator.equals("in")) {
            return new Filter.In(path, values());
        }
        if (!OPERATORS.contains(operator)) {
            at--;
            throw wrong("Syntax error");
        }
        return new Filter.Compare(path, operator, literal());
    }

    private List<Object> values() {
        demand(Token.Kind.OPEN);
        var values = new ArrayList<Object>();
        do {
            var value = literal();
            if (value == null) {
                throw wrong("null cannot stand in a list");
            }
            values.add(value);
        } while (skip(Token.Kind.COMMA));
        demand(Token.Kind.CLOSE);
        return values;
    }

    private @Nullable Object literal() {
        var token = peek();
        if (token.is(Token.Kind.TEXT)) {
            at++;
            return token.text();
        }
        return Literals.value(demand(Token.Kind.WORD).text());
    }

    private Filter.Path path(String word) {
        var parts = List.of(word.split("/", -1));
        if (parts.stream().anyMatch(part -> !part.matches("\\$?[A-Za-z_][A-Za-z0-9_]*"))) {
            at--;
            throw wrong("Syntax error");
        }
        return new Filter.Path(parts);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean skip(Token.Kind kind) {
        var found = peek().is(kind);
        at += found ? 1 : 0;
        return found;
    }

    private boolean skipWord(String word) {
        var found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    private Token demand(Token.Kind kind) {
        var token = peek();
        if (!token.is(kind)) {
            throw wrong("Syntax error");
        }
        at++;
        return token;
    }

    private GraphError wrong(String what) {
        var where = tokens.get(Math.min(Math.max(at, 0), tokens.size() - 1)).at();
        return GraphError.malformed("Invalid filter clause: " + what + " at position " + where + " in '" + text + "'.");
    }
}
