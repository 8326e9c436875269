package latchkey.directory.graph;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Graph's words about a failed call, read leniently: members in any case, details or inner error missing, or no JSON at
 * all, as gateways answer (facts §3.2).
 */
record ErrorBody(
        @Nullable String code,
        String message,
        List<Detail> details,
        @Nullable String requestId) {

    private static final int LONGEST_MESSAGE = 500;

    /** One line of {@code error.details}. */
    record Detail(String code, @Nullable String target) {}

    static ErrorBody of(Answer answer) {
        var error = error(answer.body());
        if (error == null || !error.isObject()) {
            return new ErrorBody(null, "HTTP " + answer.status(), List.of(), answer.requestId());
        }
        var inner = member(error, "innererror");
        return new ErrorBody(
                text(member(error, "code")),
                message(error, answer),
                details(member(error, "details")),
                answer.requestId() != null ? answer.requestId() : text(member(inner, "request-id")));
    }

    boolean hasCode(String wanted) {
        return wanted.equalsIgnoreCase(code);
    }

    /** Whether a detail has that code. */
    boolean hasDetail(String wanted) {
        return details.stream().anyMatch(detail -> wanted.equalsIgnoreCase(detail.code()));
    }

    /** The first property that the details name. */
    @Nullable
    String target() {
        for (var detail : details) {
            if (detail.target() != null) {
                return detail.target();
            }
        }
        return null;
    }

    boolean says(String words) {
        return message.toLowerCase(Locale.ROOT).contains(words);
    }

    private static @Nullable JsonNode error(byte[] body) {
        try {
            return member(Json.MAPPER.readTree(body), "error");
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String message(JsonNode error, Answer answer) {
        var message = text(member(error, "message"));
        if (message == null || message.isBlank()) {
            return "HTTP " + answer.status();
        }
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private static List<Detail> details(@Nullable JsonNode details) {
        return details == null || !details.isArray()
                ? List.of()
                : details.valueStream().map(ErrorBody::detail).toList();
    }

    private static Detail detail(JsonNode node) {
        var code = text(member(node, "code"));
        return new Detail(code == null ? "" : code, text(member(node, "target")));
    }

    private static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
        if (node == null || !node.isObject()) {
            return null;
        }
        for (var member : node.properties()) {
            if (name.equalsIgnoreCase(member.getKey())) {
                return member.getValue();
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isContainer() ? null : node.asString();
    }
}
