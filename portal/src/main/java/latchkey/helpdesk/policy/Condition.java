package latchkey.helpdesk.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A condition in CEL over agent, customer, case, action and time; whatever else it names is a mistake at the start. */
final class Condition {

    private static final Logger log = LoggerFactory.getLogger(Condition.class);

    private static final Cel CEL = CelFactory.plannerCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("action", SimpleType.STRING)
            .addVar("agent.id", SimpleType.STRING)
            .addVar("agent.roles", ListType.create(SimpleType.STRING))
            .addVar("agent.populations", ListType.create(SimpleType.STRING))
            .addVar("customer.directory", SimpleType.STRING)
            .addVar("customer.enabled", SimpleType.BOOL)
            .addVar("customer.attributes", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("case.reason", SimpleType.STRING)
            .addVar("case.ticket", SimpleType.STRING)
            .addVar("time.hour", SimpleType.INT)
            .addVar("time.minute", SimpleType.INT)
            .addVar("time.weekday", SimpleType.STRING)
            .setResultType(SimpleType.BOOL)
            .build();

    private final String text;
    private final CelRuntime.Program program;

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException with what is wrong where, when it is no condition
     */
    Condition(String text) {
        this.text = text;
        try {
            program = CEL.createProgram(CEL.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("the condition is not understood: " + e.getMessage(), e);
        }
    }

    /** Whether it is met; one that cannot be decided counts as met, because a rule that fails must not let through. */
    boolean isMet(Circumstances circumstances) {
        try {
            return Boolean.TRUE.equals(program.eval(circumstances.values()));
        } catch (CelEvaluationException e) {
            log.warn("The condition \"{}\" could not be decided and counts as met: {}", text, e.getMessage());
            return true;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
