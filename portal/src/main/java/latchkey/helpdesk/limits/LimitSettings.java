package latchkey.helpdesk.limits;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken for ordinary work; more is refused, and the supervisors are told.
 *
 * @param customersPerHour how many different customers an agent opens in an hour
 * @param customersPerDay the same in a day
 * @param searchesPerHour how often an agent searches
 * @param searchesPerDay the same in a day
 * @param revealsPerHour of how many customers an agent sees methods or a generated password
 * @param revealsPerDay the same in a day
 * @param verificationsPerHour how many codes an agent sends
 * @param verificationsPerDay the same in a day
 * @param actionsPerHour how many actions an agent carries out
 * @param actionsPerDay the same in a day
 * @param actionsOnCustomerPerHour how many actions are carried out on one customer, by whomever
 * @param actionsOnCustomerPerDay the same in a day
 */
@Validated
@ConfigurationProperties("latchkey.limits")
record LimitSettings(
        @Min(1) @DefaultValue("60") int customersPerHour,
        @Min(1) @DefaultValue("300") int customersPerDay,
        @Min(1) @DefaultValue("120") int searchesPerHour,
        @Min(1) @DefaultValue("600") int searchesPerDay,
        @Min(1) @DefaultValue("30") int revealsPerHour,
        @Min(1) @DefaultValue("100") int revealsPerDay,
        @Min(1) @DefaultValue("40") int verificationsPerHour,
        @Min(1) @DefaultValue("200") int verificationsPerDay,
        @Min(1) @DefaultValue("60") int actionsPerHour,
        @Min(1) @DefaultValue("250") int actionsPerDay,
        @Min(1) @DefaultValue("15") int actionsOnCustomerPerHour,
        @Min(1) @DefaultValue("30") int actionsOnCustomerPerDay) {}
