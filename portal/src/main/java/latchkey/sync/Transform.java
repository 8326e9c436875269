package latchkey.sync;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import latchkey.sync.dataverse.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a contact's columns, in CEL: each column is a text {@code contact.<column>}, empty when it has none.
 * Besides CEL's own it knows the string functions and {@code phone(text)}. What it names else is a mistake at the start.
 */
final class Transform {

    private static final String PHONE = "phone";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final Collection<String> columns;
    private final CelRuntime.Program program;

    /**
     * Reads a transform.
     *
     * @param region the country of phone numbers without a country code; null when only international ones count
     * @throws IllegalArgumentException with what is wrong where, when it is none
     */
    Transform(String text, Collection<String> columns, @Nullable String region) {
        this.columns = columns;
        try {
            var cel = cel(columns, region);
            program = cel.createProgram(cel.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("the value is not understood: " + e.getMessage(), e);
        }
    }

    /**
     * The value; empty when it is blank.
     *
     * @throws Mapping.Unfit when nothing can be made of this contact; never repeats what stands in it
     */
    String of(Contact contact) {
        var values = new HashMap<String, Object>();
        columns.forEach(
                column -> values.put(name(column), contact.column(column).orElse("")));
        try {
            return String.valueOf(program.eval(Map.copyOf(values))).strip();
        } catch (CelEvaluationException e) {
            throw new Mapping.Unfit(
                    e.getCause() instanceof Mapping.Unfit known
                            ? String.valueOf(known.getMessage())
                            : "the settings' value cannot be made of this contact");
        }
    }

    private static Cel cel(Collection<String> columns, @Nullable String region) {
        var builder = CelFactory.plannerCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        PHONE, CelOverloadDecl.newGlobalOverload("phone_string", SimpleType.STRING, SimpleType.STRING)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        PHONE, CelFunctionBinding.from("phone_string", String.class, text -> phone(text, region))))
                .setResultType(SimpleType.STRING);
        columns.forEach(column -> builder.addVar(name(column), SimpleType.STRING));
        return builder.build();
    }

    private static String name(String column) {
        return "contact." + column;
    }

    /** The international form without spaces (E.164); what is empty stays empty. */
    private static String phone(String text, @Nullable String region) {
        if (text.isBlank()) {
            return "";
        }
        try {
            var number = NUMBERS.parse(text, region);
            if (NUMBERS.isValidNumber(number)) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // told below as any other text that is no number
        }
        throw new Mapping.Unfit("a column that should hold a phone number holds none");
    }
}
