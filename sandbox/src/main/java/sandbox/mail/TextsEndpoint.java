package sandbox.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Stands in for a provider of text messages, in its own form and in Twilio's; they lie in the mailbox like mails. */
@RestController
class TextsEndpoint {

    /** What proves that it is the portal: as bearer token, or as the password of any account. */
    static final String SECRET = "sandbox-sms-secret";

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Mailbox mailbox;

    TextsEndpoint(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @PostMapping(path = "/sms/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody Text text) {
        if (!same(authorization, "Bearer " + SECRET)) {
            return refused(HttpStatus.UNAUTHORIZED, "The secret is wrong.");
        }
        return taken(text.to(), text.from(), text.text());
    }

    @PostMapping(
            path = "/2010-04-01/Accounts/{account}/Messages.json",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> takeAsTwilioDoes(
            @PathVariable String account,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            HttpServletRequest request)
            throws IOException {
        var expected = Base64.getEncoder().encodeToString((account + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!same(authorization, "Basic " + expected)) {
            return refused(HttpStatus.UNAUTHORIZED, "Authenticate");
        }
        var fields = fields(request);
        return taken(fields.get("To"), fields.get("From"), fields.get("Body"));
    }

    private ResponseEntity<Map<String, Object>> taken(
            @Nullable String to, @Nullable String from, @Nullable String text) {
        if (to == null || !NUMBER.matcher(to).matches()) {
            return refused(HttpStatus.BAD_REQUEST, "The number to send to is not one.");
        }
        if (text == null || text.isBlank()) {
            return refused(HttpStatus.BAD_REQUEST, "There is nothing to send.");
        }
        mailbox.add(from == null ? "" : from, List.of(to), new Letter("Text message", text, "", List.of()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("sid", "SM" + UUID.randomUUID().toString().replace("-", ""), "status", "queued"));
    }

    /** Not by parameters: the journal has read the body by then, and offers it as a stream. */
    private static Map<String, String> fields(HttpServletRequest request) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new HashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(body.replace("+", "%20"))
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> fields.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
        return fields;
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String words) {
        return ResponseEntity.status(status).body(Map.of("status", status.value(), "message", words));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** A message in the sandbox's own form; fields that it does not know are a provider's business. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Text(
            @Nullable String to,
            @Nullable String from,
            @Nullable String text) {}
}
