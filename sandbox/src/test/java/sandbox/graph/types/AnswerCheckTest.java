package sandbox.graph.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AnswerCheckTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnswerCheck check = new AnswerCheck(new TypeCatalog(), JSON);

    @Test
    void aTrueAnswerHasNoFault() {
        assertThat(faults("users(id,mail)/$entity", """
                "id": "1", "mail": null, "accountEnabled": true, "createdDateTime": "2026-01-31T09:30:00Z",
                "businessPhones": [], "identities": [{"signInType": "federated", "issuer": "x", "issuerAssignedId": "y"}],
                "extension_b2ce0000000040008000000000000001_Brand": "Contoso"
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'nickName': 'Jan'                           | users.nickName is no property of user",
                "'accountEnabled': 'true'                    | users.accountEnabled is no Boolean",
                "'createdDateTime': '31.01.2026'             | users.createdDateTime is no DateTimeOffset",
                "'businessPhones': '+420'                    | users.businessPhones is no collection",
                "'businessPhones': null                      | users.businessPhones is null",
                "'city': ['Brno']                            | users.city is a collection",
                "'identities': [{'issuedBy': 'x'}]           | users.identities.issuedBy is no property of objectIdentity",
            })
    void eachFaultIsNamed(String member, String fault) {
        assertThat(faults("users/$entity", member.replace('\'', '"')))
                .singleElement()
                .asString()
                .startsWith(fault);
    }

    @Test
    void everyOneOfACollectionIsLookedAt() {
        assertThat(faults("users", "\"value\": [{\"id\": \"1\"}, {\"id\": 2}]"))
                .containsExactly("users.id is no String: 2");
    }

    @Test
    void aWordThatIsNoneOfItsEnumerationIsAFault() {
        assertThat(faults("users('1')/authentication/phoneMethods/$entity", "\"phoneType\": \"fax\""))
                .containsExactly("phoneMethods.phoneType is no authenticationPhoneType: \"fax\"");
    }

    @Test
    void anAnswerWithoutAKnownTypeIsAFault() {
        assertThat(faults("toasters", "\"value\": [{}]"))
                .singleElement()
                .asString()
                .contains("names no known type");
    }

    private java.util.List<String> faults(String context, String members) {
        return check.faults(JSON.readTree("{\"@odata.context\": \"https://graph.microsoft.com/v1.0/$metadata#" + context
                + "\", " + members + "}"));
    }
}
