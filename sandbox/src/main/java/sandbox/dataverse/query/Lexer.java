package sandbox.dataverse.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a filter into words, quoted texts and signs. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^']|'')*')|(?<sign>[(),])|(?<word>@?[A-Za-z0-9_.:+/-]+))", Pattern.DOTALL);

    private Lexer() {}

    static List<String> tokens(String filter) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(filter);
        int at = 0;
        String rest = filter.stripTrailing();
        while (at < rest.length()) {
            if (!matcher.region(at, rest.length()).lookingAt()) {
                throw new BadQuery("Syntax error at position " + at + " in '" + filter + "'.");
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
        return tokens;
    }
}
