package latchkey.helpdesk.action;

import java.util.List;
import java.util.stream.Stream;
import latchkey.helpdesk.customer.PendingChanges;
import latchkey.helpdesk.customer.Viewing;
import org.springframework.stereotype.Component;

/** Tells the customer page which values the directory does not show yet. */
@Component
class PendingOnPage implements PendingChanges {

    private final PendingWrites writes;

    PendingOnPage(PendingWrites writes) {
        this.writes = writes;
    }

    @Override
    public List<PendingChange> of(Viewing viewing) {
        return writes.notShownBy(viewing.customer()).stream()
                .flatMap(PendingOnPage::change)
                .toList();
    }

    private static Stream<PendingChange> change(PendingWrite write) {
        return switch (write.expected()) {
            case Expected.OfAttribute attribute ->
                Stream.of(new PendingChange.OfAttribute(attribute.key(), attribute.value(), write.since()));
            case Expected.OfSignIn signIn -> Stream.of(new PendingChange.OfSignIn(signIn.enabled(), write.since()));
            case Expected.OfSessions sessions -> Stream.empty();
        };
    }
}
