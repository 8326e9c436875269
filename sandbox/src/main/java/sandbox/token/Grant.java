package sandbox.token;

import java.util.Map;

/** One way of getting a token; every bean of this type is served by the token endpoint. */
public interface Grant {

    /** The value of {@code grant_type}. */
    String type();

    /**
     * The fields of the answer.
     *
     * @throws TokenRefusal when there is no token to be had
     */
    Map<String, Object> answer(TokenRequest request);
}
