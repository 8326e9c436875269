package latchkey.directory.activity;

import java.util.Optional;
import latchkey.directory.DirectoryId;

/** The logs of the directories that the settings name. */
public interface LogSources {

    Optional<LogSource> log(DirectoryId directory);
}
