package latchkey.directory;

import latchkey.directory.graph.DirectoriesAlone;
import latchkey.settings.SettingsFile;

/** The directories as a command reaches them, without a portal around. */
public interface DirectoryReader extends AutoCloseable {

    /** Reaches the directories that the settings name; nothing is asked of them yet. */
    static DirectoryReader of(SettingsFile settings) {
        return new DirectoriesAlone(settings);
    }

    Directories directories();

    @Override
    void close();
}
