package latchkey.directory;

import java.net.URI;

/** One of Microsoft's clouds: where Graph and the token endpoint of its tenants are (facts §1). */
public enum Cloud {
    PUBLIC("https://graph.microsoft.com", "https://login.microsoftonline.com"),
    US_GOV("https://graph.microsoft.us", "https://login.microsoftonline.us"),
    US_GOV_DOD("https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
    CHINA("https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn");

    private final URI graph;
    private final URI login;

    Cloud(String graph, String login) {
        this.graph = URI.create(graph);
        this.login = URI.create(login);
    }

    URI graph() {
        return graph;
    }

    URI login() {
        return login;
    }
}
