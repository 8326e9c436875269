package sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** Dataverse as its application user calls it. */
final class WebApi {

    static final String PATH = "/api/data/v9.2";
    static final String JAN = "d0000000-0000-4000-8000-000000000010";
    static final String JANS_USER = "c0000000-0000-4000-8000-000000000010";
    static final String MARIA = "d0000000-0000-4000-8000-000000000001";

    private WebApi() {}

    /** A path below the Web API, or a whole link. */
    static Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    static Answer send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"));
        return Doors.send(method, path.startsWith("http") ? path : PATH + path, body, all.toArray(String[]::new));
    }

    static List<JsonNode> rows(Answer answer) {
        return answer.json().path("value").valueStream().toList();
    }

    static String token() {
        var fields = Map.of(
                "grant_type", "client_credentials",
                "client_id", "a0000000-0000-4000-8000-000000000012",
                "client_secret", "sandbox-dataverse-secret",
                "scope", Doors.root() + "/.default");
        return Doors.form("/" + Doors.EMPLOYEES + "/oauth2/v2.0/token", fields)
                .json()
                .path("access_token")
                .asString();
    }

    static void settings(String json) {
        var answer = Doors.control("PUT", "/settings", json);
        if (answer.status() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    static void edit(String contact, String changes) {
        var answer = Doors.control(
                "POST", "/contacts/" + contact + "/edit", "{\"as\":\"portal\",\"changes\":" + changes + "}");
        if (answer.status() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }
}
