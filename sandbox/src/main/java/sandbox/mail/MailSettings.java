package sandbox.mail;

import java.util.Map;
import org.springframework.stereotype.Component;
import sandbox.control.SettingsAddition;

/** Shows among the settings which port mail goes to. */
@Component
class MailSettings implements SettingsAddition {

    private final MailServer server;

    MailSettings(MailServer server) {
        this.server = server;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("smtpPort", server.port());
    }
}
