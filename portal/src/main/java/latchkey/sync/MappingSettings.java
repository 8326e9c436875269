package latchkey.sync;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.Valid;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which contact columns feed which attributes, per Dataverse environment.
 *
 * @param dataverse by the directory's id
 */
@Validated
@ConfigurationProperties("latchkey")
record MappingSettings(@DefaultValue Map<String, @Valid OfEnvironment> dataverse) {

    private static final OfEnvironment SHIPPED = new OfEnvironment(
            new Mapped(new Address("emailaddress1", Set.of(Place.MAIL), Feed.WhenEmpty.CLEAR), null, null), null);

    /** How it is done for this directory; the defaults where its settings say nothing of it. */
    OfEnvironment of(DirectoryId directory) {
        return dataverse.getOrDefault(directory.value(), SHIPPED);
    }

    /**
     * The part of an environment's settings that is about the mapping.
     *
     * @param mapping what feeds what
     * @param webPortalUser the system user as which the web portal writes contacts; null when nobody said
     */
    record OfEnvironment(
            @DefaultValue @Valid Mapped mapping, @Nullable UUID webPortalUser) {}

    /**
     * The mapping of one environment.
     *
     * @param address where the contact's address goes
     * @param attributes what else is fed, by the attribute's short name; first and last name when nothing is said
     * @param phoneRegion the country of phone numbers without a country code
     */
    record Mapped(
            @DefaultValue @Valid Address address,
            @Nullable Map<String, @Valid Feed> attributes,
            @Nullable String phoneRegion) {

        private static final Map<String, Feed> NAMES =
                Map.of("givenName", Feed.of("firstname"), "surname", Feed.of("lastname"));

        Mapped {
            attributes = attributes == null || attributes.isEmpty()
                    ? NAMES
                    : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            demandRegion(phoneRegion);
            for (var place : address.feeds()) {
                if (attributes.containsKey(place.attribute())) {
                    throw new IllegalArgumentException(
                            "%s is fed twice: by address.feeds and by attributes; name it in one of them"
                                    .formatted(place.attribute()));
                }
            }
        }

        @Override
        public Map<String, Feed> attributes() {
            return attributes == null ? NAMES : attributes;
        }

        private static void demandRegion(@Nullable String region) {
            if (region != null
                    && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
                throw new IllegalArgumentException(
                        "phone-region is not the two capital letters of a country: " + region);
            }
        }
    }

    /**
     * Where the contact's address goes.
     *
     * @param column where it stands
     * @param feeds which attributes it becomes; none leaves addresses alone
     * @param whenEmpty what an empty column means
     */
    record Address(
            @DefaultValue("emailaddress1") String column,
            @DefaultValue("mail") Set<Place> feeds,
            @DefaultValue("clear") Feed.WhenEmpty whenEmpty) {

        Address {
            Feed.demandColumn(column);
            feeds = feeds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(feeds));
        }
    }

    /** What an address can become. */
    enum Place {
        /** The contact address. */
        MAIL("mail"),
        /** The first of the further addresses; those that somebody else put there stay. */
        OTHER_MAILS("otherMails");

        private final String attribute;

        Place(String attribute) {
            this.attribute = attribute;
        }

        String attribute() {
            return attribute;
        }
    }
}
