package latchkey.helpdesk.credentials;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.directory.CustomerId;
import org.springframework.stereotype.Component;

/** What a directory asks of a password, checked before it is asked (facts §4.7: length, three of four sorts). */
@Component
class PasswordRules {

    private static final int SORTS_NEEDED = 3;

    private final ResetSettings settings;

    PasswordRules(ResetSettings settings) {
        this.settings = settings;
    }

    int shortest(CustomerId customer) {
        return settings.of(customer).shortest();
    }

    int longest(CustomerId customer) {
        return settings.of(customer).longest();
    }

    Set<Weakness> weaknesses(CustomerId customer, String password) {
        var found = EnumSet.noneOf(Weakness.class);
        if (password.length() < shortest(customer)) {
            found.add(Weakness.TOO_SHORT);
        }
        if (password.length() > longest(customer)) {
            found.add(Weakness.TOO_LONG);
        }
        if (sorts(password) < SORTS_NEEDED) {
            found.add(Weakness.TOO_UNIFORM);
        }
        return found;
    }

    private static long sorts(String password) {
        return Stream.of(
                        password.chars().anyMatch(Character::isLowerCase),
                        password.chars().anyMatch(Character::isUpperCase),
                        password.chars().anyMatch(Character::isDigit),
                        password.chars().anyMatch(one -> !Character.isLetterOrDigit(one)))
                .filter(there -> there)
                .count();
    }
}
