package latchkey.helpdesk.caution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latchkey.access.Permission;
import latchkey.api.Wording;
import latchkey.web.Banner;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells every agent on every page that caution is raised, and leads supervisors to the switch. */
@Configuration(proxyBeanMethods = false)
class CautionBanner {

    @Bean
    Banner heightenedCaution(Caution caution, Wording wording) {
        return locale -> raised(caution).map(raised -> shown(raised, wording, locale));
    }

    @Bean
    NavigationEntry cautionEntry() {
        return new NavigationEntry("caution.place", "/caution", Permission.RAISE_CAUTION, 310);
    }

    private static Banner.Shown shown(Raised raised, Wording wording, Locale locale) {
        return new Banner.Shown(
                "caution.banner", List.of(wording.moment(raised.until(), locale), raised.byName(), raised.why()));
    }

    /** The page that tells of a database that is away must not fail for the same reason. */
    private static Optional<Raised> raised(Caution caution) {
        try {
            return caution.now();
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }
}
