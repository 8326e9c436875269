package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.AlreadyTaken;
import latchkey.directory.DirectoryFailure.InvalidValue;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.NotAllowed;
import latchkey.directory.DirectoryFailure.NotFound;
import latchkey.directory.DirectoryFailure.NotSupported;
import latchkey.directory.DirectoryFailure.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** Each refusal of Graph becomes one of ours (facts §3.2). */
class FailuresTest {

    @Test
    void aDuplicateAddressIsTaken() {
        var failure = ofWrite(400, """
                {"error":{"code":"Request_BadRequest",
                 "message":"Another object with the same value for property proxyAddresses already exists.",
                 "details":[{"code":"ObjectConflict","message":"…","target":"proxyAddresses"},
                            {"code":"ConflictingObjects","message":"…","target":"1234"}],
                 "innerError":{"date":"2026-01-31T10:00:00","request-id":"r-1"}}}""");

        assertThat(failure).isInstanceOfSatisfying(AlreadyTaken.class, taken -> {
            assertThat(taken.property()).isEqualTo("proxyAddresses");
            assertThat(taken.requestId()).isEqualTo("r-1");
        });
    }

    @Test
    void aDuplicateWithoutDetailsIsToldByItsWords() {
        var failure = ofWrite(400, """
                {"error":{"code":"Request_BadRequest",
                 "message":"Another object with the same value for property userPrincipalName already exists."}}""");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        AlreadyTaken.class,
                        taken -> assertThat(taken.property()).isEqualTo("userPrincipalName"));
    }

    @Test
    void aBadValueNamesItsProperty() {
        var failure = ofWrite(400, """
                {"error":{"code":"Request_BadRequest","message":"Invalid value specified for property 'mail' of resource 'User'."}}""");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.property()).isEqualTo("mail"));
    }

    @Test
    void aWeakPasswordIsAboutThePassword() {
        var failure = ofWrite(400, """
                {"error":{"code":"Request_BadRequest","message":"The specified password does not comply with password complexity requirements. Please provide a different password."}}""");

        assertThat(failure)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.property()).isEqualTo("password"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, InvalidAuthenticationToken",
        "403, Authorization_RequestDenied",
        "404, Request_ResourceNotFound",
        "405, Request_BadRequest",
        "409, Request_MultipleObjectsWithSameKeyValue",
        "501, NotImplemented"
    })
    void everyStatusHasItsMeaning(int status, String code) {
        var meaning =
                switch (status) {
                    case 401 -> Misconfigured.class;
                    case 403 -> NotAllowed.class;
                    case 404 -> NotFound.class;
                    case 409 -> Unavailable.class;
                    default -> NotSupported.class;
                };
        var body = "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code);

        for (var failure : new DirectoryFailure[] {ofWrite(status, body), ofRead(status, body)}) {
            assertThat(failure).isInstanceOf(meaning).hasMessage("words");
            assertThat(failure.code()).isEqualTo(code);
        }
    }

    @Test
    void aQuestionThatTheTenantDoesNotTakeIsNotSupported() {
        assertThat(ofRead(400, "{\"error\":{\"code\":\"Request_UnsupportedQuery\",\"message\":\"no\"}}"))
                .isInstanceOf(NotSupported.class);
    }

    @Test
    void anExpiredPageIsAskedForAgain() {
        assertThat(ofRead(400, "{\"error\":{\"code\":\"Directory_ExpiredPageToken\",\"message\":\"no\"}}"))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "<html>502</html>", "{\"error\":\"no\"}", "{", "[]", "null", "{\"error\":{\"code\":7}}"})
    void anAnswerWithoutReadableWordsIsStillUnderstood(String body) {
        assertThat(ofRead(502, body)).isInstanceOf(Unavailable.class).hasMessage("HTTP 502");
    }

    @Test
    void spellingsOfInnerErrorDoNotMatter() {
        var failure = ofRead(404, "{\"Error\":{\"Code\":\"x\",\"innererror\":{\"request-id\":\"r-2\"}}}");

        assertThat(failure.requestId()).isEqualTo("r-2");
        assertThat(failure.code()).isEqualTo("x");
    }

    private static DirectoryFailure ofWrite(int status, String body) {
        return Failures.ofWrite(answer(status, body));
    }

    private static DirectoryFailure ofRead(int status, String body) {
        return Failures.ofRead(answer(status, body));
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8));
    }
}
