package latchkey.helpdesk.profile;

/**
 * A value that breaks a rule.
 *
 * @param attribute the attribute's name in the directory
 * @param label what pages call it
 * @param rule which rule
 * @param limit the number the rule knows, 0 when it knows none
 */
public record Broken(String attribute, String label, String rule, long limit) {

    static Broken of(String attribute, String label, Rule rule, long limit) {
        return new Broken(attribute, label, rule.code(), limit);
    }
}
