package latchkey.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mapping of each directory, from the settings. */
@Component
class Mappings {

    private final Map<String, Mapping> mappings = new HashMap<>();
    private final MappingSettings settings;

    Mappings(DataverseSettings environments, MappingSettings settings) {
        this.settings = settings;
        environments.dataverse().keySet().forEach(name -> {
            var environment = settings.of(new DirectoryId(name));
            mappings.put(name, new Mapping(environment.mapping(), environment.webPortalUser() != null));
        });
    }

    Mapping of(DirectoryId directory) {
        var mapping = mappings.get(directory.value());
        if (mapping == null) {
            throw new Mapping.Unfit("the settings have no Dataverse environment for " + directory);
        }
        return mapping;
    }

    /** Whether the web portal saved the contact last, as it does with what a sign-in claims. */
    boolean isSavedByWebPortal(DirectoryId directory, Contact contact) {
        @Nullable UUID user = settings.of(directory).webPortalUser();
        return user != null
                && contact.column(Mapping.SAVED_BY)
                        .filter(by -> by.equalsIgnoreCase(user.toString()))
                        .isPresent();
    }
}
