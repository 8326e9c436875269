package latchkey.helpdesk.policy;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import latchkey.access.Agent;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.helpdesk.cases.Case;
import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask about.
 *
 * @param action the action's name
 * @param agent who would do it
 * @param customer to whom
 * @param reason of the case, empty while there is none
 * @param ticket of the case, empty when it has none
 * @param at when, by the help desk's clock
 */
record Circumstances(String action, Who agent, Whom customer, String reason, String ticket, ZonedDateTime at) {

    /** The agent, by what the issuer and the settings say. */
    record Who(String id, Set<String> roles, Set<String> populations) {}

    /** The customer, with attributes by short name. */
    record Whom(String directory, boolean enabled, Map<String, String> attributes) {}

    static Circumstances of(String action, Agent agent, Customer customer, @Nullable Case under, ZonedDateTime at) {
        return new Circumstances(
                action,
                new Who(agent.objectId(), agent.roles(), agent.populations()),
                new Whom(customer.id().directory().value(), customer.enabled(), attributes(customer)),
                under == null ? "" : under.reason(),
                under == null || under.ticket() == null ? "" : under.ticket(),
                at);
    }

    /** The same in the words of conditions, see {@link Condition}. */
    Map<String, Object> values() {
        return Map.ofEntries(
                Map.entry("action", action),
                Map.entry("agent.id", agent.id()),
                Map.entry("agent.roles", List.copyOf(agent.roles())),
                Map.entry("agent.populations", List.copyOf(agent.populations())),
                Map.entry("customer.directory", customer.directory()),
                Map.entry("customer.enabled", customer.enabled()),
                Map.entry("customer.attributes", customer.attributes()),
                Map.entry("case.reason", reason),
                Map.entry("case.ticket", ticket),
                Map.entry("time.hour", (long) at.getHour()),
                Map.entry("time.minute", (long) at.getMinute()),
                Map.entry("time.weekday", at.getDayOfWeek().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> attributes(Customer customer) {
        var texts = new TreeMap<String, String>();
        customer.attributes().forEach((key, value) -> texts.put(key.shortName(), text(value)));
        return texts;
    }

    private static String text(AttributeValue value) {
        return value instanceof AttributeValue.Texts several ? String.join("\n", several.texts()) : value.asText();
    }
}
