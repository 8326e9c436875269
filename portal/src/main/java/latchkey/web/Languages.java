package latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Speaks the language that was chosen, else the best of those that the browser asks for. */
@Configuration(proxyBeanMethods = false)
class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::asked);
        return resolver;
    }

    private static Locale asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        var best = header == null ? null : best(header);
        return best == null ? Locale.ENGLISH : best;
    }

    private static @Nullable Locale best(String header) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
