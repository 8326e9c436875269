package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintReaderTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final String CONTACT = "6d81597f-0f9f-e711-8122-000d3aa2331c";
    private static final String OPERATION = "4af10637-4ea2-e711-8122-000d3aa2331c";

    private final HintReader reader = new HintReader();

    @Test
    void theThreeIdsOfTheDocumentedMessageAreRead() {
        assertThat(read(Webhooks.about(CONTACT, OPERATION)))
                .isEqualTo(new Hint(
                        CONTOSO,
                        UUID.fromString(CONTACT),
                        UUID.fromString(OPERATION),
                        UUID.fromString("75c2dd85-e89e-e711-8122-000d3aa2331c"),
                        SyncLane.LIVE));
    }

    @Test
    void aMessageThatNamesNoInitiatorIsTakenAllTheSame() {
        var message = Webhooks.about(CONTACT, OPERATION).replace("InitiatingUserId", "SomebodyElse");
        assertThat(read(message).initiator()).isNull();
    }

    @Test
    void theSameNamesInsideTheParentContextAreNotBelieved() {
        var nested = "{\"ParentContext\":{\"PrimaryEntityId\":\"00000000-0000-0000-0000-000000000000\","
                + "\"PrimaryEntityName\":\"account\"},\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\""
                + CONTACT
                + "\",\"OperationId\":\"" + OPERATION + "\"}";
        assertThat(read(nested).contact()).isEqualTo(UUID.fromString(CONTACT));
    }

    @Test
    void membersThatNobodyDocumentedAreIgnored() {
        var newer = "{\"InitiatingUserAzureActiveDirectoryObjectId\":[{}],\"PrimaryEntityName\":\"contact\","
                + "\"PrimaryEntityId\":\"" + CONTACT + "\",\"OperationId\":\"" + OPERATION + "\",\"New\":{\"a\":[1]}}";
        assertThat(read(newer).operation()).isEqualTo(UUID.fromString(OPERATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"contact\"",
                "{",
                "{}",
                "{\"PrimaryEntityName\":\"contact\"}",
                "{\"PrimaryEntityName\":\"account\",\"PrimaryEntityId\":\"" + CONTACT + "\",\"OperationId\":\""
                        + OPERATION + "\"}",
                "{\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"1-1-1-1-1\",\"OperationId\":\"" + OPERATION
                        + "\"}",
                "{\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"" + CONTACT + "\",\"OperationId\":7}",
                "{\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"" + CONTACT + "\",\"PrimaryEntityId\":\""
                        + CONTACT + "\",\"OperationId\":\"" + OPERATION + "\"}",
                "{\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"" + CONTACT + "\",\"OperationId\":\""
                        + OPERATION + "\"} {}",
            })
    void whatIsNoMessageAboutAContactIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(HintReader.Malformed.class);
    }

    @Test
    void aMessageNestedWithoutEndIsRefusedWithoutOverflowing() {
        var deep = "{\"a\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(HintReader.Malformed.class);
    }

    private Hint read(String body) {
        return reader.read(CONTOSO, body.getBytes(StandardCharsets.UTF_8));
    }
}
