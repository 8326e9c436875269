package latchkey.helpdesk.policy;

/**
 * What one rule of the settings wants now.
 *
 * @param rule its name
 * @param because what agents are told
 */
public record Demand(String rule, String because) {}
