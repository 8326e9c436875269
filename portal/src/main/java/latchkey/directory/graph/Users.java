package latchkey.directory.graph;

import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;

/** Addresses of users; an object id is a GUID, so it needs no encoding. */
final class Users {

    private Users() {}

    /**
     * The path of a customer of that directory.
     *
     * @throws IllegalArgumentException for a customer of another one: equal ids may exist in both
     */
    static String path(DirectoryId directory, CustomerId id) {
        if (!id.directory().equals(directory)) {
            throw new IllegalArgumentException(id.directory() + " was asked of " + directory);
        }
        return "users/" + id.objectId();
    }
}
