package latchkey.helpdesk.verification;

import java.util.List;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the ways in which a customer can prove who they are, and says of the others why not. */
@Component
class Ways {

    private final List<VerificationMethod> methods;
    private final NewAddresses newAddresses;

    Ways(List<VerificationMethod> methods, NewAddresses newAddresses) {
        this.methods = List.copyOf(methods);
        this.newAddresses = newAddresses;
    }

    List<Way> of(Customer customer, @Nullable VerifiedCaller proven) {
        var known = newAddresses.of(customer);
        return methods.stream()
                .map(method -> way(method, method.reach(customer), method.mayKnowMore(), known, proven))
                .toList();
    }

    /** The same with the places that only slow questions tell. */
    List<Way> lookedUp(Directory directory, Customer customer, @Nullable VerifiedCaller proven) {
        var known = newAddresses.of(customer);
        return methods.stream()
                .map(method -> way(method, method.lookUp(directory, customer), false, known, proven))
                .toList();
    }

    private static Way way(
            VerificationMethod method,
            Reach reach,
            boolean more,
            NewAddresses.Known known,
            @Nullable VerifiedCaller proven) {
        var gone = proven != null && proven.isAsGoodAs(method);
        return switch (reach) {
            case Reach.At at -> new Way(method.id(), choices(at.places(), known), null, more, gone);
            case Reach.Nowhere nowhere -> new Way(method.id(), List.of(), nowhere.why(), more, gone);
        };
    }

    private static List<AddressChoice> choices(List<AddressOnFile> places, NewAddresses.Known known) {
        return places.stream()
                .map(one -> new AddressChoice(
                        one.handle(), one.masked(), known.waitsUntil(one).orElse(null)))
                .toList();
    }
}
