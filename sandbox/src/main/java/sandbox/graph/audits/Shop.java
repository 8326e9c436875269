package sandbox.graph.audits;

/** The application that customers sign in to; it is registered nowhere here, because nobody really signs in. */
final class Shop {

    static final String NAME = "Contoso web shop";
    static final String APP_ID = "a0000000-0000-4000-8000-000000000009";
    static final String SERVICE_PRINCIPAL = "a2000000-0000-4000-8000-000000000009";
    static final String POLICY = "B2C_1_signup_signin";

    private Shop() {}
}
