package latchkey.helpdesk.matrix;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.InMemoryDirectory;
import latchkey.directory.Method;
import latchkey.directory.SignInName;
import latchkey.helpdesk.action.Result;
import latchkey.helpdesk.action.Sample;
import latchkey.helpdesk.approval.Decisions;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.credentials.CredentialSamples;
import latchkey.helpdesk.lifecycle.LifecycleSamples;
import latchkey.helpdesk.matrix.Cell.Consent;
import latchkey.helpdesk.matrix.Cell.Shelter;
import latchkey.helpdesk.matrix.Cell.Sight;
import latchkey.helpdesk.profile.ProfileSamples;
import latchkey.helpdesk.sessions.SessionSamples;
import latchkey.testing.Employees;
import latchkey.testing.HelpDesk;

/** A desk with an agent, a caller and a second person, in which everything of a cell but the deed stands as the cell wants it. */
final class World {

    static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("latchkey.directories.contoso.reset.show-generated-password", "true"),
            Map.entry("latchkey.access.populations.numbered.where.CustomerNumber", "INSIDE"),
            Map.entry("latchkey.access.roles.everything.permissions", everyPermission()),
            Map.entry("latchkey.access.roles.everything.populations", "numbered"),
            Map.entry("latchkey.protection.vip.where.displayName", "Vera Important"),
            Map.entry("latchkey.sms.url", "https://sms.example"),
            Map.entry("latchkey.verification.codes-per-hour", "1000"),
            Map.entry("latchkey.verification.codes-per-day", "1000"),
            // Cooling times have a table of their own.
            Map.entry("latchkey.actions.rules.after-credentials.after", "password"),
            Map.entry("latchkey.actions.rules.after-credentials.then", "addresses"),
            Map.entry("latchkey.actions.rules.after-credentials.demand", "nothing"));

    /** Whoever decides, and never asks. */
    private static final Agent ALEX = Employees.with("alex", EnumSet.allOf(Permission.class));

    private final HelpDesk desk;
    private final Agent agent;
    private final Cell cell;
    private final CustomerId customer;
    private final Customer asTheyAre;

    private World(HelpDesk desk, Cell cell) {
        this.desk = desk;
        this.cell = cell;
        this.agent = agent(desk, cell.role());
        this.customer = customer(desk, cell.shelter(), agent);
        desk.caseFor(agent, customer);
        prove();
        if (cell.shelter() == Shelter.DIRECTORY_ROLE) {
            desk.directory().giveDirectoryRole(customer);
        }
        asTheyAre = numbered(desk, customer, cell.sight());
    }

    /** Everything as the cell wants it; its deed does not matter. */
    static World of(HelpDesk desk, Cell cell) {
        return new World(desk, cell);
    }

    /** What comes of the deed: {@code done} or a problem's code; with a look whether nothing was done where nothing should be. */
    String outcome(Deed deed) {
        desk.directory().put(before(deed));
        desk.trail().forget();
        var first = tried(deed, sample(deed, "1"));
        var last = isAskingForApproval(first) && cell.consent() != Consent.NONE ? afterwards(deed, first) : first;
        return told(last);
    }

    private Result afterwards(Deed deed, Result asked) {
        switch (cell.consent()) {
            case NONE, WAITING -> {}
            case GIVEN -> approve(asked);
            case DENIED -> desk.bean(Decisions.class).deny(comes(ALEX), approval(asked), null);
            case EXPIRED -> {
                approve(asked);
                desk.clock().move(Duration.ofMinutes(61));
                prove();
            }
            case USED -> {
                approve(asked);
                expectDone(tried(deed, sample(deed, "1")));
                desk.directory().put(before(deed));
            }
            case FOR_ANOTHER_CHANGE -> {
                var other = tried(deed, other(deed));
                desk.directory().put(before(deed));
                if (isAskingForApproval(other)) {
                    approve(other);
                }
            }
            case GIVER_WITHOUT_RIGHT -> {
                approve(asked);
                desk.colleagues().goes(ALEX);
            }
        }
        return tried(deed, sample(deed, "1"));
    }

    private Result tried(Deed deed, Sample<?> sample) {
        var writes = desk.directory().writes().size();
        var links = links();
        var result = carryOut(sample);
        if (!told(result).equals("done")) {
            if (desk.directory().writes().size() != writes || links() != links) {
                throw new AssertionError("refused, and done all the same: " + deed + " in " + cell);
            }
        } else if (desk.directory().writes().size() == writes && links() == links) {
            throw new AssertionError("done, and nothing was done: " + deed + " in " + cell);
        }
        return result;
    }

    private <C> Result carryOut(Sample<C> sample) {
        var under = desk.bean(Cases.class).current(agent, customer).orElseThrow();
        return sample.carryOut(desk, sample.submission(desk, agent, customer, under));
    }

    private Sample<?> sample(Deed deed, String value) {
        return switch (deed.action()) {
            case "edit-attributes" -> ProfileSamples.edit(desk, Map.of(deed.field(), typed(deed.field(), value)));
            case "reset-password" -> CredentialSamples.reset(desk);
            case "show-password" -> CredentialSamples.show(desk);
            case "block-sign-in" -> LifecycleSamples.block(desk);
            case "unblock-sign-in" -> LifecycleSamples.unblock(desk);
            case "revoke-sessions" -> SessionSamples.revoke(desk);
            default -> throw new IllegalStateException("deeds.tsv names " + deed.action());
        };
    }

    /** Something else that asks for a second person just as this does. */
    private Sample<?> other(Deed deed) {
        if (deed.isAnEdit()) {
            return sample(deed, "2");
        }
        return deed.action().equals("revoke-sessions") ? CredentialSamples.reset(desk) : SessionSamples.revoke(desk);
    }

    private static String typed(String field, String value) {
        return switch (field) {
            case "mobilePhone" -> "+4930123456" + value;
            case "mail" -> "new" + value + "@example.com";
            case "LoyaltyPoints" -> "4" + value;
            default -> "Jansen-" + value;
        };
    }

    private void prove() {
        var under = desk.bean(Cases.class).current(agent, customer).orElseThrow();
        switch (cell.proof()) {
            case NONE -> {}
            case ONE -> desk.verify(agent, under);
            case TWO -> proveTwice(under);
            case EXPIRED -> {
                desk.verify(agent, under);
                desk.clock().move(Duration.ofMinutes(16));
            }
            case ANOTHER_AGENTS -> desk.verify(Employees.robin(), caseOf(Employees.robin()));
        }
    }

    private void proveTwice(Case under) {
        desk.directory().giveMethods(customer, new Method("1", Method.Kind.MOBILE_PHONE, "+420 601123456"));
        desk.verify(agent, under);
        desk.verifyByText(agent, under);
    }

    private Case caseOf(Agent other) {
        return desk.bean(Cases.class).current(other, customer).orElseGet(() -> desk.caseFor(other, customer));
    }

    private Customer before(Deed deed) {
        return new Customer(
                asTheyAre.id(),
                asTheyAre.displayName(),
                !deed.action().equals("unblock-sign-in"),
                asTheyAre.createdAt(),
                asTheyAre.sessionsValidFrom(),
                asTheyAre.signInNames(),
                asTheyAre.attributes());
    }

    private void approve(Result asked) {
        desk.bean(Decisions.class).give(comes(ALEX), approval(asked));
    }

    private Agent comes(Agent decider) {
        desk.colleagues().comes(decider);
        return decider;
    }

    private void expectDone(Result result) {
        if (!told(result).equals("done")) {
            throw new AssertionError("a yes was given and still " + told(result) + " in " + cell);
        }
    }

    private long links() {
        return desk.mails().stream()
                .filter(mail -> mail.template().startsWith("reset"))
                .count();
    }

    private static UUID approval(Result asked) {
        return UUID.fromString(String.valueOf(((Result.Refused) asked).members().get("approval")));
    }

    private static boolean isAskingForApproval(Result result) {
        return told(result).equals("approval-required");
    }

    private static String told(Result result) {
        return switch (result) {
            case Result.Done done -> "done";
            case Result.Accepted accepted -> "done";
            case Result.Unknown unknown -> "unknown";
            case Result.Refused refused -> refused.problem().code();
        };
    }

    /** As the access settings make an agent of these roles; nobody has none. */
    private static Agent agent(HelpDesk desk, String name) {
        var role = desk.bean(AccessSettings.class).roles().get(name);
        return Employees.with("m-" + name, role == null ? Set.of() : role.permissions(), Set.of("numbered"));
    }

    private static CustomerId customer(HelpDesk desk, Shelter shelter, Agent agent) {
        var unique = UUID.randomUUID().toString().substring(0, 8);
        var address =
                switch (shelter) {
                    case COLLEAGUE -> unique + "@contoso.example";
                    case OWN_ACCOUNT -> agent.objectId().replace("-oid", "") + "@contoso.example";
                    case NONE, VIP, DIRECTORY_ROLE -> "jan." + unique + "@example.com";
                };
        return desk.directory().add(shelter == Shelter.VIP ? "Vera Important" : "Jan Jansen", address, "INSIDE");
    }

    private static Customer numbered(HelpDesk desk, CustomerId id, Sight sight) {
        var now = desk.directory().byId(id).orElseThrow();
        var attributes = new java.util.HashMap<AttributeKey, AttributeValue>(now.attributes());
        attributes.put(InMemoryDirectory.CUSTOMER_NUMBER, new AttributeValue.Text(sight.name()));
        return new Customer(
                id,
                now.displayName(),
                true,
                now.createdAt(),
                now.sessionsValidFrom(),
                java.util.List.<SignInName>copyOf(now.signInNames()),
                attributes);
    }

    private static String everyPermission() {
        return EnumSet.allOf(Permission.class).stream()
                .map(permission -> permission.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(java.util.stream.Collectors.joining(","));
    }
}
