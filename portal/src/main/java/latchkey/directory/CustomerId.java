package latchkey.directory;

import java.util.UUID;
import latchkey.audit.Subject;

/** One customer in one directory; never an object id alone, because two directories may hold equal ones. */
public record CustomerId(DirectoryId directory, UUID objectId) {

    public static CustomerId of(String directory, String objectId) {
        return new CustomerId(new DirectoryId(directory), UUID.fromString(objectId));
    }

    /** The same customer in the words of the trail. */
    public Subject subject() {
        return new Subject(directory.value(), objectId.toString());
    }

    @Override
    public String toString() {
        return directory + "/" + objectId;
    }
}
