package sandbox.graph.groups;

import java.util.Arrays;
import java.util.Optional;

/** The activated administrators' roles, the same ones in every tenant (facts §8). */
enum DirectoryRole {
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
    USER_ADMINISTRATOR("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
    PRIVILEGED_AUTHENTICATION_ADMINISTRATOR(
            "7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator"),
    HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator");

    private final String templateId;
    private final String displayName;

    DirectoryRole(String templateId, String displayName) {
        this.templateId = templateId;
        this.displayName = displayName;
    }

    static Optional<DirectoryRole> ofTemplate(String templateId) {
        return Arrays.stream(values())
                .filter(role -> role.templateId.equalsIgnoreCase(templateId))
                .findFirst();
    }

    String templateId() {
        return templateId;
    }

    String displayName() {
        return displayName;
    }

    /** One activated role per template, so that its id can be made from the template's. */
    String id() {
        return "d1" + templateId.substring(2);
    }
}
