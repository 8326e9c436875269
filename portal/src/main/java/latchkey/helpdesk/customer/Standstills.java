package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether anything stops actions on a customer. */
@Component
public class Standstills {

    private final List<Standstill> standstills;

    Standstills(ObjectProvider<Standstill> standstills) {
        this.standstills = standstills.orderedStream().toList();
    }

    /** The first thing that stops actions on this customer. */
    public Optional<Standstill.Stop> of(CustomerId customer) {
        return standstills.stream()
                .flatMap(standstill -> standstill.of(customer).stream())
                .findFirst();
    }

    /** Throws the {@link ProblemException} of whatever stops actions on this customer. */
    public void refuse(CustomerId customer) {
        of(customer).ifPresent(stop -> {
            throw new ProblemException(stop.problem());
        });
    }
}
