package sandbox.dataverse;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Rows;
import sandbox.dataverse.query.Table;
import sandbox.people.ExternalIdentities;
import sandbox.people.ExternalIdentity;

/**
 * The table of external identities as the Web API shows it.
 *
 * @param prefix {@code adx_}, or {@code mspp_} in the enhanced data model
 */
record ExternalIdentityTable(String prefix, ExternalIdentities identities) implements Rows {

    static final int LONGEST_TEXT = 1_024;

    Table table() {
        return Table.of(
                prefix + "externalidentities",
                prefix + "externalidentity",
                prefix + "externalidentityid",
                prefix + "externalidentityid:ID",
                "versionnumber:NUMBER",
                prefix + "username:TEXT",
                prefix + "identityprovidername:TEXT",
                contactColumn() + ":ID",
                "statecode:NUMBER",
                "statuscode:NUMBER",
                "modifiedon:TIME");
    }

    String userNameColumn() {
        return prefix + "username";
    }

    String providerColumn() {
        return prefix + "identityprovidername";
    }

    String contactBinding() {
        return prefix + "contactid@odata.bind";
    }

    Row row(ExternalIdentity identity) {
        return new IdentityRow(prefix, identity);
    }

    @Override
    public Stream<Row> after(String key) {
        return identities.after(key).map(this::row);
    }

    @Override
    public Optional<Stream<Row>> with(String column, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        if (column.equals(contactColumn())) {
            return Optional.of(identities.of(text).map(this::row));
        }
        return column.equals(userNameColumn())
                ? Optional.of(identities.named(text).map(this::row))
                : Optional.empty();
    }

    private String contactColumn() {
        return "_" + prefix + "contactid_value";
    }

    private record IdentityRow(String prefix, ExternalIdentity identity) implements Row {

        @Override
        public @Nullable Object value(String column) {
            return switch (column.replaceFirst("^(_?)" + prefix, "$1")) {
                case "externalidentityid" -> identity.id();
                case "versionnumber" -> identity.version();
                case "username" -> identity.userName();
                case "identityprovidername" -> identity.provider();
                case "_contactid_value" -> identity.contactId();
                case "statecode" -> 0L;
                case "statuscode" -> 1L;
                case "modifiedon" -> identity.modifiedOn();
                default -> null;
            };
        }

        @Override
        public long version() {
            return identity.version();
        }
    }
}
