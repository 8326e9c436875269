package latchkey.helpdesk.notices;

import java.util.List;
import java.util.Optional;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.customer.Standstill;
import org.springframework.stereotype.Component;

/** Stops every action on customers who said "this was not me". */
@Component
class FrozenCustomers implements Standstill {

    private final FreezeRows rows;

    FrozenCustomers(FreezeRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Stop> of(CustomerId customer) {
        return rows.current(customer)
                .map(freeze -> new Stop(
                        Problem.CUSTOMER_FROZEN,
                        "notices.frozen",
                        List.of(freeze.frozenAt()),
                        "/freezes/" + freeze.id(),
                        Permission.LIFT_FREEZE));
    }
}
