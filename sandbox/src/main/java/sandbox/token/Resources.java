package sandbox.token;

/** What tokens are for. */
public final class Resources {

    /** The audience of Graph's tokens. */
    public static final String GRAPH = "https://graph.microsoft.com";

    /** Graph's application id, which stands for the same. */
    public static final String GRAPH_APP = "00000003-0000-0000-c000-000000000000";

    private Resources() {}
}
