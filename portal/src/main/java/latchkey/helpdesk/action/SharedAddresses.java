package latchkey.helpdesk.action;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Population;
import latchkey.directory.SignInName;
import latchkey.helpdesk.population.Populations;
import latchkey.helpdesk.verification.AddressOnFile;
import latchkey.helpdesk.verification.AddressesOnFile;
import org.springframework.stereotype.Component;

/** Looks for other customers with the same e-mail address, among those whom the agent sees, and never says who they are. */
@Component
class SharedAddresses {

    private static final int ADDRESSES_ASKED_FOR = 2;
    private static final int ENOUGH = 10;

    private final AddressesOnFile addresses;
    private final Populations populations;

    SharedAddresses(AddressesOnFile addresses, Populations populations) {
        this.addresses = addresses;
        this.populations = populations;
    }

    List<Contradiction> with(Agent agent, Directory directory, Customer customer) {
        var known = addresses.of(customer);
        try {
            var others = others(directory, customer, populations.of(agent, directory), known);
            var told = others.isEmpty()
                    ? Stream.<Contradiction>empty()
                    : Stream.of(Contradiction.counted("shared-address", others.size()));
            return Stream.concat(told, unasked(known)).toList();
        } catch (DirectoryFailure failure) {
            return List.of(Contradiction.unknown("shared-not-known"));
        }
    }

    private static Stream<Contradiction> unasked(List<AddressOnFile> known) {
        return known.size() > ADDRESSES_ASKED_FOR ? Stream.of(Contradiction.unknown("shared-not-all")) : Stream.empty();
    }

    private static Set<CustomerId> others(
            Directory directory, Customer customer, Population seen, List<AddressOnFile> known) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = known.stream()
                    .limit(ADDRESSES_ASKED_FOR)
                    .map(AddressOnFile::address)
                    .flatMap(SharedAddresses::questions)
                    .map(question -> look(directory, question, seen, threads))
                    .toList();
            return looks.stream()
                    .flatMap(look -> look.join().stream())
                    .filter(id -> !id.equals(customer.id()))
                    .collect(Collectors.toSet());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static CompletableFuture<List<CustomerId>> look(
            Directory directory, CustomerQuery question, Population seen, Executor threads) {
        return CompletableFuture.supplyAsync(
                () -> directory.customers().matching(question, seen, ENOUGH).customers().stream()
                        .map(Customer::id)
                        .toList(),
                threads);
    }

    private static Stream<CustomerQuery> questions(String address) {
        return Stream.of(
                new CustomerQuery.ByMailAddress(address),
                new CustomerQuery.BySignInName(SignInName.Kind.EMAIL, address));
    }
}
