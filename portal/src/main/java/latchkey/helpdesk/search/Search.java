package latchkey.helpdesk.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Matches;
import latchkey.helpdesk.population.Populations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every question of a search at once, and puts the answers together. */
@Component
final class Search {

    /** As many as a person reads. */
    static final int MOST = 25;

    private final Recognition recognition;
    private final ObjectProvider<ContactLookup> contacts;
    private final Populations populations;

    Search(Recognition recognition, ObjectProvider<ContactLookup> contacts, Populations populations) {
        this.recognition = recognition;
        this.contacts = contacts;
        this.populations = populations;
    }

    /**
     * Looks in all these directories for customers whom the agent sees.
     *
     * @throws DirectoryFailure when nothing was found and a directory could not be asked: nobody knows then
     */
    Result look(Agent agent, String text, List<Directory> directories) {
        var asked = new ArrayList<Asked>();
        directories.forEach(directory -> recognition.lookups(text, directory).stream()
                .filter(lookup -> canBeAsked(lookup, directory))
                .forEach(lookup -> asked.add(new Asked(agent, lookup, directory))));
        var answers = AtOnce.all(asked.stream().map(this::question).toList());
        var customers = customers(agent, answers, directories);
        demandAnswers(customers, answers);
        return result(answers, customers);
    }

    private boolean canBeAsked(Lookup lookup, Directory directory) {
        return !lookup.place().match().isThroughContact()
                || contacts.stream().anyMatch(lookups -> lookups.covers(directory.id()));
    }

    private java.util.function.Supplier<Answer> question(Asked asked) {
        return () -> {
            try {
                return answer(asked);
            } catch (DirectoryFailure | ContactLookup.ContactsUnavailable e) {
                return Answer.failed(asked.lookup().place(), e);
            }
        };
    }

    private Answer answer(Asked asked) {
        var directory = asked.directory();
        var place = asked.lookup().place();
        return switch (asked.lookup()) {
            case Lookup.ById byId ->
                Answer.of(
                        place,
                        populations.find(asked.agent(), directory, byId.id()).stream()
                                .toList());
            case Lookup.ByQuery byQuery ->
                Answer.of(
                        place,
                        directory
                                .customers()
                                .matching(byQuery.query(), populations.of(asked.agent(), directory), MOST + 1));
            case Lookup.ByContactId byContact ->
                Answer.linked(place, ask(lookup -> lookup.byContactId(directory.id(), byContact.contact())));
            case Lookup.ByContactPhone byPhone ->
                Answer.linked(place, ask(lookup -> lookup.byPhone(directory.id(), byPhone.spellings())));
            case Lookup.ByContactAddress byAddress ->
                Answer.linked(place, ask(lookup -> lookup.byMailAddress(directory.id(), byAddress.address())));
        };
    }

    private List<CustomerId> ask(java.util.function.Function<ContactLookup, List<CustomerId>> question) {
        return contacts.stream()
                .flatMap(lookup -> question.apply(lookup).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    // Only customers known by id alone are asked for once more: usually the directory has named them already.
    private Map<CustomerId, Customer> customers(Agent agent, List<Answer> answers, List<Directory> directories) {
        var known = new HashMap<CustomerId, Customer>();
        answers.forEach(answer -> answer.customers().forEach(customer -> known.put(customer.id(), customer)));
        var missing = answers.stream()
                .flatMap(answer -> answer.linked().stream())
                .filter(id -> !known.containsKey(id))
                .distinct()
                .toList();
        AtOnce.all(missing.stream().map(id -> byId(agent, id, directories)).toList())
                .forEach(customer -> customer.ifPresent(found -> known.put(found.id(), found)));
        return known;
    }

    private java.util.function.Supplier<Optional<Customer>> byId(
            Agent agent, CustomerId id, List<Directory> directories) {
        return () -> directories.stream()
                .filter(directory -> directory.id().equals(id.directory()))
                .findFirst()
                .flatMap(directory -> populations.find(agent, directory, id));
    }

    private static void demandAnswers(Map<CustomerId, Customer> customers, List<Answer> answers) {
        if (customers.isEmpty()) {
            answers.stream()
                    .map(Answer::trouble)
                    .filter(DirectoryFailure.class::isInstance)
                    .map(DirectoryFailure.class::cast)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw failure;
                    });
        }
    }

    private static Result result(List<Answer> answers, Map<CustomerId, Customer> customers) {
        var places = new HashMap<CustomerId, SortedSet<Place>>();
        answers.forEach(answer -> answer.ids()
                .forEach(
                        id -> places.computeIfAbsent(id, any -> new TreeSet<>()).add(answer.place())));
        var found = customers.values().stream()
                .map(customer -> new Found(customer, places.getOrDefault(customer.id(), new TreeSet<>())))
                .sorted(Comparator.comparing(Found::surest)
                        .thenComparing(one -> one.customer().displayName()))
                .toList();
        return new Result(
                found.stream().limit(MOST).toList(),
                places(answers, false),
                places(answers, true),
                found.size() > MOST || answers.stream().anyMatch(Answer::more));
    }

    private static SortedSet<Place> places(List<Answer> answers, boolean unanswered) {
        return answers.stream()
                .filter(answer -> !unanswered || answer.trouble() != null)
                .map(Answer::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Asked(Agent agent, Lookup lookup, Directory directory) {}

    /** What one question brought: customers, or only ids of them, or trouble. */
    private record Answer(
            Place place,
            List<Customer> customers,
            List<CustomerId> linked,
            boolean more,
            @Nullable RuntimeException trouble) {

        static Answer of(Place place, List<Customer> customers) {
            return new Answer(place, customers, List.of(), false, null);
        }

        static Answer of(Place place, Matches matches) {
            return new Answer(place, matches.customers(), List.of(), matches.more(), null);
        }

        static Answer linked(Place place, List<CustomerId> linked) {
            return new Answer(place, List.of(), linked, false, null);
        }

        static Answer failed(Place place, RuntimeException trouble) {
            return new Answer(place, List.of(), List.of(), false, trouble);
        }

        List<CustomerId> ids() {
            return customers.isEmpty()
                    ? linked
                    : customers.stream().map(Customer::id).toList();
        }
    }
}
