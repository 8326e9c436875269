package latchkey.helpdesk.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's authentication methods as programs get them.
 *
 * @param seenAt when the directory was asked; answers may be a minute old
 */
record MethodsAnswer(Instant seenAt, List<Method> methods) {

    static MethodsAnswer of(SeenMethods seen) {
        return new MethodsAnswer(
                seen.seenAt(),
                seen.methods().stream()
                        .map(method -> new Method(method.id(), CustomerAnswer.code(method.kind()), method.detail()))
                        .toList());
    }

    /**
     * One method.
     *
     * @param detail the number or address it uses, null where the directory gives none
     */
    record Method(String id, String kind, @Nullable String detail) {}
}
