package latchkey.web;

import java.util.function.IntSupplier;
import latchkey.access.Permission;

/**
 * A place in the navigation; a module offers one by a bean of this type.
 *
 * @param message key of its name
 * @param path where it leads
 * @param permission who sees it
 * @param order smaller comes first
 * @param waiting how much waits there; asked for every page of those who see it
 */
public record NavigationEntry(String message, String path, Permission permission, int order, IntSupplier waiting) {

    /** A place at which nothing waits. */
    public NavigationEntry(String message, String path, Permission permission, int order) {
        this(message, path, permission, order, () -> 0);
    }
}
