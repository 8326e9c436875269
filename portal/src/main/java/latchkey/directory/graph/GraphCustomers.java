package latchkey.directory.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;
import latchkey.directory.CustomerQuery.ByAttribute;
import latchkey.directory.CustomerQuery.ByMailAddress;
import latchkey.directory.CustomerQuery.ByNamePrefix;
import latchkey.directory.CustomerQuery.BySignInName;
import latchkey.directory.Customers;
import latchkey.directory.DirectoryFailure.NotFound;
import latchkey.directory.DirectoryFailure.NotSupported;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectoryKind;
import latchkey.directory.Matches;
import latchkey.directory.Population;
import latchkey.directory.SignInName;

/** Reads customers as Graph users, with the filters that work in every kind of tenant (facts §4.3). */
final class GraphCustomers implements Customers {

    private static final int MOST = 100;

    // Facts §3.1. Together the pages hold more people than any name has that one would still look through.
    private static final int LARGEST_PAGE = 999;
    private static final int MOST_PAGES = 10;
    private static final String MAILED_CODES = "mail";

    private final DirectoryId directory;
    private final GraphClient graph;
    private final Supplier<Schema> schema;
    private final Supplier<Tenant> tenant;

    GraphCustomers(DirectoryId directory, GraphClient graph, Supplier<Schema> schema, Supplier<Tenant> tenant) {
        this.directory = directory;
        this.graph = graph;
        this.schema = schema;
        this.tenant = tenant;
    }

    @Override
    public Optional<Customer> byId(CustomerId id) {
        var known = schema.get();
        var target = Query.select(known.selected()).on(Users.path(directory, id));
        var json = new CustomerJson(directory, known);
        return found(() -> graph.read(GraphCall.get("get-customer", target), json::one));
    }

    @Override
    public Matches matching(CustomerQuery query, Population among, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("between 1 and " + MOST + " customers can be asked for, not " + limit);
        }
        return among.isNobody() ? Matches.NONE : read(query, among, limit);
    }

    private Matches read(CustomerQuery query, Population among, int limit) {
        var known = schema.get();
        var narrowing =
                query instanceof BySignInName ? PopulationFilter.none(among) : new PopulationFilter(known).of(among);
        var target = Query.select(known.selected())
                .filter(narrowing.applied(filter(query)))
                .top(narrowing.isWhole() ? limit : LARGEST_PAGE)
                .on("users");
        return read(
                GraphCall.get("find-customers", target),
                new CustomerJson(directory, known)::page,
                customer -> isMeant(query, customer) && among.includes(customer),
                limit);
    }

    // Whom no filter can leave out is left out here, so that pages are read on until enough are found.
    private Matches read(
            GraphCall first, Function<byte[], Page<Customer>> reader, Predicate<Customer> wanted, int limit) {
        var found = new ArrayList<Customer>();
        var next = first;
        for (int pages = 0; next != null && found.size() < limit && pages < MOST_PAGES; pages++) {
            var page = graph.read(next, reader);
            page.items().stream().filter(wanted).forEach(found::add);
            next = page.nextLink() == null ? null : next.following(page.nextLink());
        }
        return new Matches(found.stream().limit(limit).toList(), next != null || found.size() > limit);
    }

    @Override
    public boolean isDeleted(CustomerId id) {
        var target = Query.select(List.of("id")).on("directory/deletedItems/" + id.objectId());
        return found(() -> graph.read(GraphCall.get("get-deleted-customer", target), Trees::tree))
                .isPresent();
    }

    @Override
    public boolean holdsDirectoryRole(CustomerId id) {
        var target =
                Query.select(List.of("id")).on(Users.path(directory, id) + "/memberOf/microsoft.graph.directoryRole");
        var call = GraphCall.get("get-directory-roles", target);
        return found(() -> graph.read(call, Trees.page(role -> role)))
                .filter(roles -> !roles.items().isEmpty())
                .isPresent();
    }

    private String filter(CustomerQuery query) {
        return switch (query) {
            case BySignInName name -> signInName(name);
            case ByMailAddress mail -> {
                var address = Query.literal(mail.address());
                yield "mail eq %s or otherMails/any(o:o eq %s)".formatted(address, address);
            }
            case ByAttribute attribute -> attribute.key().name() + " eq " + Query.literal(attribute.value());
            case ByNamePrefix name -> {
                var prefix = Query.literal(name.prefix());
                yield "startsWith(displayName,%1$s) or startsWith(givenName,%1$s) or startsWith(surname,%1$s) or startsWith(mail,%1$s)"
                        .formatted(prefix);
            }
        };
    }

    // Both clauses are compulsory; for local names the issuer's value is not compared (facts §4.3).
    private String signInName(BySignInName name) {
        return switch (name.kind()) {
            case EMAIL -> email(name.value());
            case EMAIL_CODE -> identity(name.value(), MAILED_CODES);
            case USER_NAME, PHONE -> identity(name.value(), tenant.get().domain());
            case GENERATED -> "userPrincipalName eq " + Query.literal(name.value());
            case FEDERATED, OTHER ->
                throw new NotSupported("Federated names are found by provider and id together", null, null);
        };
    }

    // Who types an address means either way of signing in with it; only External ID has both (facts §4.4).
    private String email(String address) {
        var local = identity(address, tenant.get().domain());
        return tenant.get().kind() == DirectoryKind.EXTERNAL_ID
                ? local + " or " + identity(address, MAILED_CODES)
                : local;
    }

    private static String identity(String value, String issuer) {
        return "identities/any(c:c/issuerAssignedId eq %s and c/issuer eq %s)"
                .formatted(Query.literal(value), Query.literal(issuer));
    }

    private static boolean isMeant(CustomerQuery query, Customer customer) {
        return !(query instanceof BySignInName name)
                || customer.signInNames().stream().map(SignInName::kind).anyMatch(kind -> isMeant(name.kind(), kind));
    }

    private static boolean isMeant(SignInName.Kind asked, SignInName.Kind had) {
        return asked == had || (asked == SignInName.Kind.EMAIL && had == SignInName.Kind.EMAIL_CODE);
    }

    private static <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
