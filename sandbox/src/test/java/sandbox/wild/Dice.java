package sandbox.wild;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up inputs, the same ones for the same seed. */
final class Dice {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "'",
            "''",
            "' or 1 eq 1 or displayName eq '",
            "O'Neil",
            "a)b(c",
            "100%",
            "%2F",
            "a&b=c",
            "a+b",
            "#EXT#",
            "$batch",
            "..",
            "../../etc/passwd",
            "<script>",
            "\"",
            "\\",
            "\u0000",
            "\r\nX: y",
            "\u202Eabc",
            "\uD83D\uDE00",
            "ﬁ\u0130ı",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2026-02-30T25:61:00Z",
            "0000-00-00",
            "9999-12-31T23:59:59-18:00",
            "+999999999-12-31T23:59:59Z",
            "c0000000-0000-4000-8000-000000000010",
            "C0000000-0000-4000-8000-000000000001",
            "00000000-0000-0000-0000-000000000000",
            "jan.novak@example.com",
            "contosocustomers.onmicrosoft.com",
            "x".repeat(300),
            "{}",
            "[]",
            "{\"a\":1}");

    private static final List<String> PROPERTIES = List.of(
            "id",
            "displayName",
            "givenName",
            "mail",
            "userPrincipalName",
            "accountEnabled",
            "createdDateTime",
            "identities",
            "otherMails",
            "businessPhones",
            "proxyAddresses",
            "mobilePhone",
            "jobTitle",
            "passwordProfile",
            "passwordPolicies",
            "signInActivity",
            "signInActivity/lastSignInDateTime",
            "mailboxSettings",
            "employeeId",
            "preferredLanguage",
            "usageLocation",
            "ageGroup",
            "extension_b2ce0000000040008000000000000001_CustomerNumber",
            "extension_b2ce0000000040008000000000000001_LoyaltyPoints",
            "extension_b2ce0000000040008000000000000001_LifetimeValueCents",
            "extension_b2ce0000000040008000000000000001_MemberSince",
            "extension_b2ce0000000040008000000000000001_LegacyKey",
            "extension_b2ce0000000040008000000000000001_Nothing",
            "activityDateTime",
            "activityDisplayName",
            "targetResources",
            "initiatedBy/app/displayName",
            "appId",
            "nonsense",
            "@odata.type",
            "*");

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String property() {
        return any(PROPERTIES);
    }

    String text() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> any(NASTY);
            case 2 -> letters(random.nextInt(12));
            default -> any(NASTY) + letters(random.nextInt(4));
        };
    }

    /** A word, quoted for OData more often than not, rightly more often than not. */
    String literal() {
        return switch (random.nextInt(8)) {
            case 0 -> text();
            case 1 -> "'" + text() + "'";
            case 2 -> any("null", "true", "false", "5", "-1.5", "2026-01-01", "2026-01-01T00:00:00Z");
            default -> "'" + text().replace("'", "''") + "'";
        };
    }

    /** An expression that the grammar allows at least half of the time. */
    String filter(int depth) {
        var whole = depth == 0 ? clause() : nested(depth);
        return once(4) ? damaged(whole) : whole;
    }

    /** A query with any of the options, right or wrong. */
    String query() {
        var query = new StringBuilder(once(4) ? "" : "?$top=3");
        for (var i = random.nextInt(4); i > 0; i--) {
            query.append(query.isEmpty() ? '?' : '&').append(option());
        }
        return query.toString();
    }

    /** A body: JSON of known and unknown members, sometimes damaged, sometimes something else altogether. */
    byte[] body(List<String> members) {
        var text =
                switch (random.nextInt(12)) {
                    case 0 -> text();
                    case 1 -> json(3, members);
                    case 2 -> any("", "[]", "null", "5", "\"x\"", "{", "{\"a\":}", "\uFEFF{}", "{}{}");
                    case 3 -> "[".repeat(2_000) + "]".repeat(2_000);
                    case 4 -> damaged(object(2, members));
                    default -> object(2, members);
                };
        return text.getBytes(once(40) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    String object(int depth, List<String> members) {
        var object = new StringBuilder("{");
        for (var i = once(2) ? 0 : random.nextInt(5); i >= 0; i--) {
            object.append(object.length() == 1 ? "" : ",")
                    .append(quoted(once(8) ? text() : any(members)))
                    .append(':')
                    .append(json(depth - 1, members));
        }
        return object.append('}').toString();
    }

    /** Escaped as it should be, or nearly. */
    String escaped(String text) {
        var escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return switch (random.nextInt(20)) {
            case 0 -> escaped + "%";
            case 1 -> escaped + "%ZZ";
            case 2 -> escaped + "%ED%A0%80%FF";
            case 3 -> escaped.replace("%27", "'");
            default -> escaped.replace("+", "%20");
        };
    }

    private String json(int depth, List<String> members) {
        return switch (depth <= 0 ? random.nextInt(5) : random.nextInt(8)) {
            case 0 -> any("null", "true", "false");
            case 1 -> number();
            case 2, 3 -> quoted(text());
            case 4 -> any("\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"a\\ud83d\"");
            case 5 -> "[" + json(depth - 1, members) + "," + json(depth - 1, members) + "]";
            case 6 -> "[]";
            default -> object(depth, members);
        };
    }

    private String number() {
        return any(
                "0", "-0", "5", "-1", "2147483648", "9223372036854775808", "1e400", "1E-400", "0.1", "1".repeat(1_200));
    }

    private String option() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> "$filter=" + escaped(filter(random.nextInt(4)));
            case 4 -> "$select=" + escaped(property() + any(",", " , ", ",,") + (once(3) ? text() : property()));
            case 5 ->
                any("$top", "top") + "="
                        + escaped(any("1", "999", "1000", "0", "-1", "x", "1e3", "99999999999", text()));
            case 6 -> "$orderby=" + escaped(property() + any("", " desc", " asc", " up", " desc desc"));
            case 7 -> "$count=" + any("true", "false", "True", "1", "");
            case 8 -> "$search=" + escaped(any("\"displayName:jan\"", "jan", "\"", text()));
            case 9 -> any("$skiptoken=", "$deltatoken=", "$skip=") + escaped(any("abc", "", "AAAA".repeat(20), text()));
            case 10 -> any("$expand=", "$format=", "$apply=", "$", "") + escaped(any("manager", "memberOf", text()));
            default -> escaped(text()) + "=" + escaped(text());
        };
    }

    private String nested(int depth) {
        var inner = filter(depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "not(" + inner + ")";
            case 1 -> "(" + inner + ")";
            case 2 -> any("identities", "otherMails", property()) + "/" + any("any", "all") + "(x:" + inner + ")";
            default -> inner + any(" and ", " or ", " xor ", " or ") + filter(depth - 1);
        };
    }

    private String clause() {
        var property = property();
        return switch (random.nextInt(7)) {
            case 0 ->
                any("startsWith", "startswith", "endsWith", "contains", "length") + "(" + property + "," + literal()
                        + ")";
            case 1 -> property + " in (" + literal() + any(",", ", ", " ") + literal() + ")";
            case 2 -> "identities/any(c:c/issuerAssignedId eq " + literal() + " and c/issuer eq " + literal() + ")";
            case 3 -> property + "/any(x:x" + any("", "/id", "/issuer") + " eq " + literal() + ")";
            default -> property + " " + any("eq", "ne", "ge", "le", "gt", "lt", "has", "EQ") + " " + literal();
        };
    }

    private String damaged(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + any("'", "(", ")", ",", "\"", "{", ":", "\\", " ") + text.substring(at);
            default -> text.substring(0, at);
        };
    }

    private String letters(int length) {
        var letters = new StringBuilder();
        for (var i = 0; i < length; i++) {
            letters.append(any("a", "Z", "7", " ", ".", "é", "ß", "\uD83D\uDE00", "ع", "你", "\uFFFD"));
        }
        return letters.toString();
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> json.append(
                        c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return json.append('"').toString();
    }

    /** What a supplier gives, some times in a row. */
    static <T> List<T> several(int count, Supplier<T> one) {
        return java.util.stream.Stream.generate(one).limit(count).toList();
    }
}
