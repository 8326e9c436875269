package benchmarks.ground;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The sandbox's control API and its Graph, spoken to directly. */
public final class SandboxControl {

    private static final String TENANT = "b2c00000-0000-4000-8000-000000000001";

    private final ObjectMapper json = new ObjectMapper();

    private final Web web;

    private final String url;

    public SandboxControl(Web web, String url) {
        this.web = web;
        this.url = url;
    }

    /** Sets some of the sandbox's settings, given as JSON. */
    public void set(String settings) {
        web.json("PUT", url + "/sandbox/api/settings", null, settings).expect(200);
    }

    public void clearJournal() {
        web.json("DELETE", url + "/sandbox/api/journal", null, "");
    }

    /** Entries of the journal, oldest first. */
    public List<JsonNode> journal(String query) {
        var entries = read(web.get(url + "/sandbox/api/journal?" + query, null)
                        .expect(200)
                        .body())
                .get("entries");
        var list = new ArrayList<JsonNode>();
        entries.forEach(list::add);
        return list;
    }

    /** Takes somebody on who may sign in with that role. */
    public void hire(String key, String role) {
        var body = json.writeValueAsString(java.util.Map.of("key", key, "roles", List.of(role)));
        web.postJson(url + "/sandbox/api/employees", null, body).expect(201);
    }

    /** An access token for the portal's API. */
    public String employeeToken(String employee) {
        var body = web.postJson(url + "/sandbox/api/employee-token", null, "{\"employee\":\"" + employee + "\"}")
                .expect(200)
                .body();
        return read(body).get("access_token").asString();
    }

    /** An access token for Graph, as the app registration of the agents or of the sync has it. */
    public String graphToken(String app, String secret) {
        var body = web.form(
                        url + "/" + TENANT + "/oauth2/v2.0/token",
                        "client_id",
                        app,
                        "client_secret",
                        secret,
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "https://graph.microsoft.com/.default")
                .expect(200)
                .body();
        return read(body).get("access_token").asString();
    }

    /** Sets a fault up, given as JSON. */
    public void fault(String fault) {
        web.postJson(url + "/sandbox/api/faults", null, fault).expect(200);
    }

    public void clearFaults() {
        web.json("DELETE", url + "/sandbox/api/faults", null, "");
    }

    /** Every applied change, oldest first; of {@code users} or {@code contacts}. */
    public JsonNode history(String kind, String id) {
        return read(web.get(url + "/sandbox/api/history/" + kind + "/" + id, null)
                        .expect(200)
                        .body())
                .get("versions");
    }

    /** A customer as Graph shows them. */
    public JsonNode customer(String id, String graphToken) {
        return read(web.get(url + "/v1.0/users/" + id + "?$select=id,surname,givenName,mail", graphToken)
                .expect(200)
                .body());
    }

    /** Contacts of the people with stories, who are unlike the crowd. */
    public java.util.Set<String> contactsWithStories() {
        var contacts = new java.util.HashSet<String>();
        for (var person : read(web.get(url + "/sandbox/api/people", null)
                        .expect(200)
                        .body())
                .get("people")) {
            contacts.add(person.path("contactId").asString(""));
        }
        return contacts;
    }

    /** How many mails went to that address. */
    public int mailsTo(String address) {
        return read(web.get(url + "/sandbox/api/mailbox?to=" + address, null)
                        .expect(200)
                        .body())
                .get("messages")
                .size();
    }

    /** Changes one column of a contact as the person on the web portal would; returns the contact's new version. */
    public long editContact(String contact, String column, String value) {
        return editContact(contact, java.util.Map.of(column, value));
    }

    /** Changes columns of a contact as the person on the web portal would; returns the contact's new version. */
    public long editContact(String contact, java.util.Map<String, String> changes) {
        var body = json.writeValueAsString(java.util.Map.of("as", "portal", "changes", changes));
        return read(web.postJson(url + "/sandbox/api/contacts/" + contact + "/edit", null, body)
                        .expect(200)
                        .body())
                .get("versionnumber")
                .asLong();
    }

    /** Object ids of so many customers, with the ids of their contacts where they have one. */
    public List<Person> people(int count, String dataverseToken) {
        var found = new ArrayList<Person>();
        var page = url + "/api/data/v9.2/contacts?$select=contactid,adx_identity_username,lastname"
                + "&$filter=adx_identity_username%20ne%20null";
        while (page != null && found.size() < count) {
            var answer = read(web.get(page, dataverseToken).expect(200).body());
            for (var row : answer.get("value")) {
                found.add(new Person(
                        row.get("adx_identity_username").asString(),
                        row.get("contactid").asString()));
            }
            page = answer.path("@odata.nextLink").stringValue(null);
        }
        return found.subList(0, Math.min(count, found.size()));
    }

    /** An access token for Dataverse. */
    public String dataverseToken() {
        var body = web.form(
                        url + "/e0000000-0000-4000-8000-000000000002/oauth2/v2.0/token",
                        "client_id",
                        "a0000000-0000-4000-8000-000000000012",
                        "client_secret",
                        "sandbox-dataverse-secret",
                        "grant_type",
                        "client_credentials",
                        "scope",
                        url + "/.default")
                .expect(200)
                .body();
        return read(body).get("access_token").asString();
    }

    public JsonNode read(String body) {
        return json.readTree(body);
    }

    /** A customer and their contact. */
    public record Person(String customer, String contact) {}
}
