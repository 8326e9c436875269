package latchkey.web;

import latchkey.access.Permission;

/**
 * A place in the navigation; a module offers one by a bean of this type.
 *
 * @param message key of its name
 * @param path where it leads
 * @param permission who sees it
 * @param order smaller comes first
 */
public record NavigationEntry(String message, String path, Permission permission, int order) {}
