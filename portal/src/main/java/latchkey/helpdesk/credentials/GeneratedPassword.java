package latchkey.helpdesk.credentials;

import java.security.SecureRandom;
import latchkey.settings.Secret;

/** A password made by chance: four groups of letters and digits that can be read out, each strong rule met. */
class GeneratedPassword {

    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;
    private static final int LETTERS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedPassword() {}

    static Secret fresh() {
        var password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-").append(one(UPPER));
            for (int letter = 0; letter < LETTERS; letter++) {
                password.append(one(LOWER));
            }
            password.append(one(DIGITS));
        }
        return Secret.of(password.toString());
    }

    private static char one(String of) {
        return of.charAt(RANDOM.nextInt(of.length()));
    }
}
