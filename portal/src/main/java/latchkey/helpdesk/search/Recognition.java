package latchkey.helpdesk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;
import latchkey.directory.Directory;
import latchkey.directory.SignInName;
import org.springframework.stereotype.Component;

/** Recognises what was typed and says which questions find it: the needed ones and no more. */
@Component
final class Recognition {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;
    private static final Pattern GUID = Pattern.compile("\\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})}?");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    // Local user names begin with a letter or digit and have no spaces (facts §4.4).
    private static final Pattern USER_NAME = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._-]{0,63}");

    private final SearchSettings settings;
    private final Phones phones;

    Recognition(SearchSettings settings) {
        this.settings = settings;
        this.phones = new Phones(settings.region());
    }

    /**
     * What was typed without what cannot be meant: outer and repeated spaces, invisible characters of copied text.
     *
     * @throws ProblemException {@code INVALID_SEARCH} when it is too short, too long or no text
     */
    static String cleaned(String typed) {
        var text = typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new ProblemException(Problem.INVALID_SEARCH, Map.of("reason", "too-short"));
        }
        if (length > LONGEST || text.codePoints().anyMatch(Recognition::isHalfACharacter)) {
            throw new ProblemException(Problem.INVALID_SEARCH, Map.of("reason", "too-long"));
        }
        return text;
    }

    /** The questions to ask about cleaned text in one directory. */
    List<Lookup> lookups(String text, Directory directory) {
        var guid = GUID.matcher(text);
        if (guid.matches()) {
            return byId(UUID.fromString(guid.group(1)), directory);
        }
        if (ADDRESS.matcher(text).matches()) {
            return byAddress(text);
        }
        if (isCustomerNumber(text)) {
            return byAttributes(text, directory.identifyingAttributes()).toList();
        }
        return phones.spellings(text)
                .map(spellings -> byPhone(text, spellings, directory))
                .orElseGet(() -> byText(text, directory));
    }

    private static List<Lookup> byId(UUID id, Directory directory) {
        return List.of(
                new Lookup.ById(Place.of(Match.OBJECT_ID), new CustomerId(directory.id(), id)),
                new Lookup.ByContactId(Place.of(Match.CONTACT_ID), id));
    }

    private static List<Lookup> byAddress(String text) {
        var lookups = new ArrayList<Lookup>();
        lookups.add(signInName(Match.SIGN_IN_EMAIL, SignInName.Kind.EMAIL, text));
        lookups.add(new Lookup.ByQuery(Place.of(Match.MAIL_ADDRESS), new CustomerQuery.ByMailAddress(text)));
        lookups.add(new Lookup.ByContactAddress(Place.of(Match.CONTACT_EMAIL), text));
        if (text.toLowerCase(Locale.ROOT).endsWith(".onmicrosoft.com")) {
            lookups.add(signInName(Match.GENERATED_NAME, SignInName.Kind.GENERATED, text));
        }
        return lookups;
    }

    // A customer number without a shape of its own may look like a phone number.
    private List<Lookup> byPhone(String text, List<String> spellings, Directory directory) {
        var phone = Stream.of(
                signInName(Match.SIGN_IN_PHONE, SignInName.Kind.PHONE, spellings.getFirst()),
                new Lookup.ByContactPhone(Place.of(Match.CONTACT_PHONE), spellings));
        return Stream.concat(phone, byAttributes(text, shapeless(directory))).toList();
    }

    private List<Lookup> byText(String text, Directory directory) {
        var name = Stream.<Lookup>of(new Lookup.ByQuery(Place.of(Match.NAME), new CustomerQuery.ByNamePrefix(text)));
        var userName = Stream.of(text)
                .filter(USER_NAME.asMatchPredicate())
                .map(typed -> signInName(Match.SIGN_IN_USER_NAME, SignInName.Kind.USER_NAME, typed));
        return Stream.of(byAttributes(text, shapeless(directory)), userName, name)
                .flatMap(lookups -> lookups)
                .toList();
    }

    private static Stream<Lookup> byAttributes(String text, List<AttributeDefinition> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == AttributeDefinition.Type.TEXT)
                .map(attribute -> new Lookup.ByQuery(
                        new Place(Match.ATTRIBUTE, attribute.label()),
                        new CustomerQuery.ByAttribute(attribute.key(), text)));
    }

    // The first identifying attribute is the customer number: with a known shape, other text cannot be one.
    private List<AttributeDefinition> shapeless(Directory directory) {
        var attributes = directory.identifyingAttributes();
        return settings.customerNumber() == null || attributes.isEmpty()
                ? attributes
                : attributes.subList(1, attributes.size());
    }

    private boolean isCustomerNumber(String text) {
        var shape = settings.customerNumber();
        return shape != null && shape.matcher(text).matches();
    }

    private static Lookup signInName(Match match, SignInName.Kind kind, String value) {
        return new Lookup.ByQuery(Place.of(match), new CustomerQuery.BySignInName(kind, value));
    }

    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
