package latchkey.sync;

import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.DataverseSettings;
import org.springframework.stereotype.Component;

/** The mapping of each directory, from the settings. */
@Component
class Mappings {

    private final DataverseSettings settings;

    Mappings(DataverseSettings settings) {
        this.settings = settings;
    }

    Mapping of(DirectoryId directory) {
        var environment = settings.dataverse().get(directory.value());
        if (environment == null) {
            throw new Mapping.Unfit("the settings have no Dataverse environment for " + directory);
        }
        return new Mapping(environment.mapping());
    }
}
