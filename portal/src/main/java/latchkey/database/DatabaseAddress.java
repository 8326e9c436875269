package latchkey.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How to reach a database: JDBC's own form, or {@code postgres://user:password@host/name}.
 *
 * @param url without user and password, where the second form was given
 */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    static DatabaseAddress of(String variable, String value) {
        if (value.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(value, null, null);
        }
        if (value.startsWith("postgres://") || value.startsWith("postgresql://")) {
            return of(uri(variable, value));
        }
        throw notAnAddress(variable);
    }

    /**
     * A plain source of connections; it opens one each time it is asked. Not the driver's own: that one writes every
     * property into the connection's address, and Flyway's search for a password in so long a text takes seconds.
     */
    DataSource connections() {
        var properties = new Properties();
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.APPLICATION_NAME.set(properties, "latchkey");
        if (user != null) {
            PGProperty.USER.set(properties, user);
        }
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
        return new DriverManagerDataSource(url, properties);
    }

    /** Host, port and name, for messages: never the password. */
    String place() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("^jdbc:", "");
    }

    @Override
    public String toString() {
        return place();
    }

    private static DatabaseAddress of(URI uri) {
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var parts = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, part(parts, 0), part(parts, 1));
    }

    private static @Nullable String part(String[] parts, int index) {
        return index < parts.length
                ? URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8)
                : null;
    }

    private static URI uri(String variable, String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw notAnAddress(variable);
        }
    }

    private static CannotStart notAnAddress(String variable) {
        return new CannotStart(
                ExitCode.USAGE,
                variable
                        + " is not the address of a PostgreSQL database; write jdbc:postgresql://host/name?user=…&password=…"
                        + " or postgres://user:password@host/name (special characters in the password percent-encoded)");
    }
}
