package latchkey.helpdesk.customer;

import java.util.Optional;
import java.util.Set;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Kind;
import org.springframework.stereotype.Component;

/** Says who blocked a customer, be it here or elsewhere, from our trail and the directory's log as we have it. */
@Component
class Blocks {

    private static final String BLOCKED = "Disable account";
    private static final Set<String> CHANGES = Set.of(BLOCKED, "Enable account");

    private final Past past;
    private final ActivityLog activity;

    Blocks(Past past, ActivityLog activity) {
        this.past = past;
        this.activity = activity;
    }

    /** The block that stands; empty when somebody blocked the customer whom neither names. */
    Optional<Block> of(CustomerId customer) {
        var here = past.blockOf(customer).map(Block::here);
        return activity.last(customer, CHANGES)
                .filter(event -> isElsewhere(event) && isLater(event, here))
                .map(Blocks::elsewhere)
                .orElse(here);
    }

    private static boolean isElsewhere(DirectoryEvent event) {
        return event.by().kind() != Kind.LATCHKEY;
    }

    private static boolean isLater(DirectoryEvent event, Optional<Block> here) {
        return here.isEmpty() || event.at().isAfter(here.get().at());
    }

    // Unblocked elsewhere and yet blocked: by something that the log does not show yet.
    private static Optional<Block> elsewhere(DirectoryEvent event) {
        return Optional.ofNullable(event.by().name())
                .filter(name -> BLOCKED.equalsIgnoreCase(event.activity()))
                .map(name -> Block.elsewhere(event, name));
    }
}
