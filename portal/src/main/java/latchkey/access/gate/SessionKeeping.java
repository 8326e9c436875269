package latchkey.access.gate;

import java.security.SecureRandom;
import java.util.Base64;
import latchkey.access.AccessSettings;
import latchkey.access.AddressSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Keeps sessions in the database, so that any node knows them and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "agent_sessions")
class SessionKeeping {

    private static final SecureRandom RANDOM = new SecureRandom();

    static final String PLAIN_COOKIE = "latchkey";

    /** The prefix makes browsers insist on TLS, this very host and the whole path (RFC 6265bis §4.1.3.2). */
    private static final String BOUND_COOKIE = "__Host-" + PLAIN_COOKIE;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleLimit(AccessSettings settings) {
        return repository -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setDefaultMaxInactiveInterval(settings.idle());
            repository.setSessionIdGenerator(SessionKeeping::sessionId);
        };
    }

    @Bean
    CookieSerializer sessionCookie(AddressSettings addresses) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookieName(addresses));
        cookie.setUseSecureCookie(addresses.overTls());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** 216 random bits, where a UUID has 122 (OWASP ASVS 5.0 §7.2.3); as long as one, because its column is. */
    static String sessionId() {
        var bytes = new byte[27];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String cookieName(AddressSettings addresses) {
        return addresses.overTls() ? BOUND_COOKIE : PLAIN_COOKIE;
    }
}
