package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryEvent;
import latchkey.helpdesk.customer.LogJoin.Other;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the plain entries out that the directory logs beside the telling one for the same request, such as "Update user"
 * beside "Disable account" (facts §7.1).
 */
final class Companions {

    /** The plainest first. */
    private static final List<String> PLAIN = List.of(
            "update user",
            "update passwordprofile",
            "update stsrefreshtokenvalidfrom timestamp",
            "validate local account credentials");

    private Companions() {}

    static List<Other> leftOut(List<Other> others) {
        var telling = others.stream()
                .filter(other -> other.event().correlationId() != null)
                .collect(Collectors.toMap(
                        other -> request(other.event()),
                        other -> other.event().activity(),
                        (one, another) -> rank(one) >= rank(another) ? one : another));
        return others.stream()
                .filter(other -> isTold(other.event(), telling.get(request(other.event()))))
                .toList();
    }

    private static boolean isTold(DirectoryEvent event, @Nullable String telling) {
        return telling == null || rank(event.activity()) == rank(telling);
    }

    private static Request request(DirectoryEvent event) {
        return new Request(String.valueOf(event.correlationId()), event.by(), event.result());
    }

    private static int rank(String activity) {
        var place = PLAIN.indexOf(activity.toLowerCase(Locale.ROOT));
        return place < 0 ? PLAIN.size() : place;
    }

    private record Request(String correlationId, DirectoryEvent.Author by, DirectoryEvent.Result result) {}
}
