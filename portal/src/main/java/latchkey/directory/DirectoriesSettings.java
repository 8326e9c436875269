package latchkey.directory;

import jakarta.validation.Valid;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The directories that this portal serves.
 *
 * @param directories by their short name, in the order of the file
 */
@Validated
@ConfigurationProperties("latchkey")
public record DirectoriesSettings(@DefaultValue Map<String, @Valid DirectorySettings> directories) {

    public DirectoriesSettings {
        directories = Collections.unmodifiableMap(new LinkedHashMap<>(directories));
        directories.keySet().forEach(DirectoryId::new);
    }
}
