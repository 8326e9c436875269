package latchkey.sync;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import latchkey.access.OpenToEveryone;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.DataverseSettings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Dataverse tells that a contact may have changed (Dataverse facts §1a). */
@RestController
class WebhookEndpoint {

    /** Dataverse cuts messages to 256 KB; more is not from there. */
    static final int LARGEST = 256 * 1024 + 16 * 1024;

    private final DataverseSettings settings;
    private final HintReader reader;
    private final Intake intake;

    WebhookEndpoint(DataverseSettings settings, HintReader reader, Intake intake) {
        this.settings = settings;
        this.reader = reader;
        this.intake = intake;
    }

    @PostMapping("/api/v1/sync/dataverse/{directory}")
    @OpenToEveryone(
            because = "Dataverse proves itself by the key of its webhook step, compared before the body is read")
    ResponseEntity<Void> changed(@PathVariable String directory, HttpServletRequest request) throws IOException {
        demandKey(directory, request);
        intake.take(hint(new DirectoryId(directory), body(request)));
        return ResponseEntity.accepted().build();
    }

    /** An unknown directory, or one that takes no webhooks, answers as a wrong key does, so that nobody learns which there are. */
    private void demandKey(String directory, HttpServletRequest request) {
        var environment = settings.dataverse().get(directory);
        var webhook = environment == null ? null : environment.webhook();
        if (webhook == null || !WebhookKeys.areRight(webhook, request::getHeader, request.getQueryString())) {
            throw new ProblemException(Problem.WEBHOOK_KEY_WRONG);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw new ProblemException(Problem.REQUEST_TOO_LARGE);
        }
        return read(request.getInputStream());
    }

    private static byte[] read(InputStream stream) throws IOException {
        var body = stream.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ProblemException(Problem.REQUEST_TOO_LARGE);
        }
        return body;
    }

    private Hint hint(DirectoryId directory, byte[] body) {
        try {
            return reader.read(directory, body);
        } catch (HintReader.Malformed e) {
            throw new ProblemException(Problem.WEBHOOK_MALFORMED, Map.of("because", String.valueOf(e.getMessage())));
        }
    }
}
