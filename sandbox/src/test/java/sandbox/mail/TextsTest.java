package sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** A text message goes in by HTTP and is found in the mailbox. */
class TextsTest {

    private static final String NUMBER = "+420601123456";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void aMessageIsFoundByItsNumber() {
        assertThat(send("sandbox-sms-secret", NUMBER).status()).isEqualTo(201);
        var text = texts().get(0);
        assertThat(text.path("text").asString()).isEqualTo("123456 is your code");
        assertThat(text.path("from").asString()).isEqualTo("Contoso");
    }

    @Test
    void twiliosFormIsTakenToo() {
        var account = "AC00000000000000000000000000000000";
        var proof =
                Base64.getEncoder().encodeToString((account + ":sandbox-sms-secret").getBytes(StandardCharsets.UTF_8));
        var form = Doors.query(Map.of("To", NUMBER, "From", "+15005550006", "Body", "123456 is your code"));
        var path = "/2010-04-01/Accounts/" + account + "/Messages.json";
        var type = "application/x-www-form-urlencoded";
        assertThat(Doors.send("POST", path, form, "Authorization", "Basic " + proof, "Content-Type", type)
                        .status())
                .isEqualTo(201);
        assertThat(texts().size()).isEqualTo(1);
        assertThat(Doors.send("POST", path, form, "Authorization", "Basic wrong", "Content-Type", type)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aWrongSecretAndWhatIsNoNumberAreRefused() {
        assertThat(send("guessed", NUMBER).status()).isEqualTo(401);
        assertThat(send("sandbox-sms-secret", "0601 123 456").status()).isEqualTo(400);
        assertThat(texts().size()).isZero();
    }

    @Test
    void aFaultRefusesMessagesForNow() {
        Doors.control("POST", "/faults", "{\"kind\":\"sms\",\"action\":\"status\",\"status\":503,\"count\":1}");
        assertThat(send("sandbox-sms-secret", NUMBER).status()).isEqualTo(503);
        assertThat(send("sandbox-sms-secret", NUMBER).status()).isEqualTo(201);
    }

    private static Answer send(String secret, String to) {
        return Doors.send(
                "POST",
                "/sms/messages",
                "{\"to\":\"%s\",\"from\":\"Contoso\",\"text\":\"123456 is your code\",\"priority\":\"high\"}"
                        .formatted(to),
                "Authorization",
                "Bearer " + secret,
                "Content-Type",
                "application/json");
    }

    private static JsonNode texts() {
        return Doors.get("/sandbox/api/mailbox?to=" + Doors.escaped(NUMBER))
                .json()
                .path("messages");
    }
}
