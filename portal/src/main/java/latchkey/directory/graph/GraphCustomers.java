package latchkey.directory.graph;

import java.util.List;
import java.util.Optional;
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
import latchkey.directory.SignInName;

/** Reads customers as Graph users, with the filters that work in every kind of tenant (facts §4.3). */
final class GraphCustomers implements Customers {

    private static final int MOST = 100;
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
    public List<Customer> matching(CustomerQuery query, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("between 1 and " + MOST + " customers can be asked for, not " + limit);
        }
        var known = schema.get();
        var target =
                Query.select(known.selected()).filter(filter(query)).top(limit).on("users");
        var page = graph.read(GraphCall.get("find-customers", target), new CustomerJson(directory, known)::page);
        return page.items().stream()
                .filter(customer -> isMeant(query, customer))
                .limit(limit)
                .toList();
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
