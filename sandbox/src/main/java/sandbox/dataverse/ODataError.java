package sandbox.dataverse;

import java.util.Map;

/** The body of a refusal, as the Web API writes it. */
record ODataError(Map<String, String> error) {

    static ODataError of(String code, String message) {
        return new ODataError(Map.of("code", code, "message", message));
    }
}
