package sandbox.people;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import sandbox.people.Draft.Home;

/**
 * Makes the customer of a number, always the same one.
 *
 * @param home where they live
 * @param known which properties customers have there
 */
record Anybody(Home home, Predicate<String> known) {

    private static final long CROWD = 20_190_301L;
    private static final int FIRST_NUMBER = 100_001;
    private static final int DAYS = 2_300;

    String userId(int number) {
        return id(random(number));
    }

    String contactId(int number) {
        var random = random(number);
        id(random);
        return id(random);
    }

    Instant createdAt(int number) {
        var random = random(number);
        id(random);
        id(random);
        return Draft.createdAt(random.nextInt(DAYS));
    }

    Draft draft(int number) {
        var random = random(number);
        var draft = new Draft(home, id(random), id(random)).createdDays(random.nextInt(DAYS));
        var name = Names.any(random);
        draft.named(name.given().written(), name.family().written(), name.display());
        draft.set("preferredLanguage", name.tongue().language());
        draft.set("country", name.tongue().country());
        signInNames(draft, name, number, random);
        draft.customer("C-" + (FIRST_NUMBER + number), random.nextInt(4) == 0 ? "Fabrikam" : "Contoso");
        attributes(draft, random);
        if (random.nextInt(40) == 0) {
            draft.blocked();
        }
        return draft.only(known);
    }

    private static SplittableRandom random(int number) {
        return new SplittableRandom(CROWD + number);
    }

    private static void signInNames(Draft draft, Names.Name name, int number, SplittableRandom random) {
        var address =
                name.given().latin() + "." + name.family().latin() + "." + (FIRST_NUMBER + number) + "@example.com";
        var mobile = "+4477" + eightDigits(900_000 + number);
        switch (random.nextInt(20)) {
            case 0, 1 ->
                draft.userName(name.given().latin().charAt(0) + "user" + (FIRST_NUMBER + number))
                        .otherMail(address);
            case 2 ->
                draft.federated("google.com", "1" + "%020d".formatted(FIRST_NUMBER + number))
                        .otherMail(address);
            case 3 -> draft.phoneSignIn(mobile).column(Contact.EMAIL, address);
            default -> draft.email(address);
        }
        if (random.nextInt(3) == 0) {
            draft.phoneMethod("+44 " + mobile.substring(3)).column(Contact.MOBILE, mobile);
        }
        if (random.nextInt(10) == 0) {
            draft.authenticatorCode(id(random));
        }
    }

    static void attributes(Draft draft, SplittableRandom random) {
        if (random.nextBoolean()) {
            draft.attribute("LoyaltyPoints", random.nextInt(20_000));
            draft.attribute("LifetimeValueCents", random.nextLong(50_000_000_000L));
        }
        if (random.nextInt(3) > 0) {
            draft.attribute("NewsletterOptIn", random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            draft.attribute(
                    "MemberSince", Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextInt(150_000_000)));
        }
    }

    static String id(SplittableRandom random) {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }

    private static String eightDigits(int number) {
        return Integer.toString(100_000_000 + number).substring(1);
    }
}
