package latchkey.helpdesk.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Expected;
import latchkey.helpdesk.verification.AddressOnFile;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.helpdesk.verification.CustomerLanguage;
import org.springframework.stereotype.Component;

/** Finds everybody to tell of an action: the addresses from before it and those it brings, each once. */
@Component
class Recipients {

    private final AddressesOnFile onFile;

    Recipients(AddressesOnFile onFile) {
        this.onFile = onFile;
    }

    Told of(Attempt<?> attempt) {
        var before = attempt.customer();
        return new Told(
                CustomerLanguage.of(before).toLanguageTag(),
                once(Stream.of(before, after(attempt))
                        .flatMap(customer -> onFile.of(customer).stream())
                        .toList()));
    }

    private static List<Told.Address> once(List<AddressOnFile> all) {
        var once = new ArrayList<Told.Address>();
        for (var each : all) {
            if (once.stream().noneMatch(known -> known.handle().equals(each.handle()))) {
                once.add(new Told.Address(each.handle(), each.address()));
            }
        }
        return once;
    }

    /** The customer as the directory will show them. */
    private static Customer after(Attempt<?> attempt) {
        var before = attempt.customer();
        var attributes = new HashMap<AttributeKey, AttributeValue>(before.attributes());
        for (var part : attempt.plan().expected()) {
            if (part instanceof Expected.OfAttribute(var key, var value)) {
                attributes.remove(key);
                if (value != null) {
                    attributes.put(key, value);
                }
            }
        }
        return new Customer(
                before.id(),
                before.displayName(),
                before.enabled(),
                before.createdAt(),
                before.sessionsValidFrom(),
                before.signInNames(),
                attributes);
    }
}
