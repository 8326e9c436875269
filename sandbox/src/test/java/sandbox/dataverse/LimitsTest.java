package sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.dataverse.WebApi.JAN;
import static sandbox.dataverse.WebApi.get;
import static sandbox.dataverse.WebApi.settings;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Answer;
import sandbox.doors.Doors;

/** The service protection limits of Dataverse. */
class LimitsTest {

    private static final String CONTACT = "/contacts(" + JAN + ")";
    private static final String REMAINING = "x-ms-ratelimit-burst-remaining-xrm-requests";

    @BeforeEach
    @AfterEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void tooManyRequestsWaitUntilTheOldestIsFiveMinutesOld() {
        settings("{\"dataverse\":{\"limits\":true,\"requests\":3}}");
        assertThat(get(CONTACT).header(REMAINING)).isEqualTo("2");
        get(CONTACT);
        assertThat(get(CONTACT).header(REMAINING)).isEqualTo("0");
        var refused = get(CONTACT);
        assertRefused(
                refused, "0x80072322", "Number of requests exceeded the limit of 3 over time window of 300 seconds.");
        var wait = seconds(refused);
        assertThat(wait).isBetween(295L, 301L);
        assertThat(seconds(get(CONTACT))).as("grows for those who push").isGreaterThanOrEqualTo(wait);
        Doors.control("POST", "/clock", "{\"advanceSeconds\":301}");
        assertThat(get(CONTACT).status()).isEqualTo(200);
    }

    @Test
    void tooMuchTimeIsRefusedInItsOwnWords() {
        settings("{\"dataverseLatencyMillis\":60,\"dataverse\":{\"limits\":true,\"executionMillis\":50}}");
        assertThat(get(CONTACT).header("x-ms-ratelimit-time-remaining-xrm-requests"))
                .isEqualTo("0.05");
        var refused = get(CONTACT);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("0x80072321");
    }

    @Test
    void tooManyAtOnceAreRefusedInTheirOwnWords() {
        settings("{\"dataverseLatencyMillis\":700,\"dataverse\":{\"limits\":true,\"concurrent\":2}}");
        var token = WebApi.token();
        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Doors.get(WebApi.PATH + CONTACT, "Authorization", "Bearer " + token),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(2);
        assertThat(refused(answers)).hasSize(4).allSatisfy(answer -> {
            assertThat(code(answer)).isEqualTo("0x80072326");
            assertThat(seconds(answer)).isPositive();
        });
    }

    @Test
    void everyWebServerCountsForItselfAndACookieLeadsBack() {
        settings("{\"dataverse\":{\"limits\":true,\"requests\":2,\"webServers\":2}}");
        var first = get(CONTACT);
        var cookie = first.header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(cookie).startsWith("ARRAffinity=");
        assertThat(get(CONTACT, "Cookie", cookie).header(REMAINING)).isEqualTo("0");
        assertThat(get(CONTACT, "Cookie", cookie).status()).isEqualTo(429);
        assertThat(get(CONTACT).status())
                .as("without the cookie at the other server")
                .isEqualTo(200);
    }

    @Test
    void switchedOffNobodyCounts() {
        assertThat(get(CONTACT).header(REMAINING)).isEmpty();
    }

    private static List<Answer> refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 429).toList();
    }

    private static void assertRefused(Answer answer, String code, String message) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.json().path("error").path("message").asString()).isEqualTo(message);
    }

    private static String code(Answer answer) {
        return answer.json().path("error").path("code").asString();
    }

    private static long seconds(Answer answer) {
        return Long.parseLong(answer.header("Retry-After"));
    }
}
