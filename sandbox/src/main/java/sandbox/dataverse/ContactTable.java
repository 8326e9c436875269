package sandbox.dataverse;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Table;
import sandbox.people.Author;
import sandbox.people.Contact;

/** The table contact as the Web API shows it. */
final class ContactTable {

    static final Table TABLE = Table.of(
            "contacts",
            "contact",
            "contactid",
            "contactid:ID",
            "versionnumber:NUMBER",
            "adx_identity_username:TEXT",
            "fullname:TEXT",
            "firstname:TEXT",
            "lastname:TEXT",
            "emailaddress1:TEXT",
            "emailaddress2:TEXT",
            "mobilephone:TEXT",
            "telephone1:TEXT",
            "jobtitle:TEXT",
            "address1_line1:TEXT",
            "address1_city:TEXT",
            "address1_postalcode:TEXT",
            "address1_country:TEXT",
            "statecode:NUMBER",
            "statuscode:NUMBER",
            "description:TEXT",
            "merged:TRUTH",
            "_masterid_value:ID",
            "_modifiedby_value:ID",
            "createdon:TIME",
            "modifiedon:TIME");

    /** Columns that the platform itself fills. */
    static final Set<String> READ_ONLY = Set.of(
            "contactid",
            "versionnumber",
            "fullname",
            "createdon",
            "modifiedon",
            Contact.MERGED,
            Contact.MASTER,
            Contact.MODIFIED_BY);

    /** Longest texts, in characters. */
    static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("adx_identity_username", 100),
            Map.entry("firstname", 50),
            Map.entry("lastname", 50),
            Map.entry("emailaddress1", 100),
            Map.entry("emailaddress2", 100),
            Map.entry("mobilephone", 50),
            Map.entry("telephone1", 50),
            Map.entry("jobtitle", 100),
            Map.entry("address1_line1", 250),
            Map.entry("address1_city", 80),
            Map.entry("address1_postalcode", 20),
            Map.entry("address1_country", 80),
            Map.entry("description", 1_048_576));

    private ContactTable() {}

    static Row row(Contact contact) {
        return new ContactRow(contact);
    }

    private record ContactRow(Contact contact) implements Row {

        @Override
        public @Nullable Object value(String column) {
            return switch (column) {
                case "contactid" -> contact.id();
                case "versionnumber" -> contact.version();
                case "modifiedon" -> contact.modifiedOn();
                case "fullname" -> contact.fullName();
                case "statuscode" -> reason();
                case Contact.MERGED -> contact.column(Contact.MERGED) != null;
                case Contact.MODIFIED_BY -> modifiedBy();
                default -> plain(contact.column(column));
            };
        }

        @Override
        public long version() {
            return contact.version();
        }

        /** Active contacts have the reason 1, inactive ones 2; a reason that was written holds while it fits the state. */
        private Object reason() {
            var written = plain(contact.column("statuscode"));
            var inactive = Long.valueOf(1).equals(plain(contact.column(Contact.STATE)));
            return inactive ? 2L : written == null || written.equals(2L) ? 1L : written;
        }

        /** Seeded contacts signed up on the web portal. */
        private Object modifiedBy() {
            var known = contact.column(Contact.MODIFIED_BY);
            return known == null ? Author.PORTAL.systemUserId() : known;
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return value instanceof Integer number ? (Object) number.longValue() : value;
        }
    }
}
