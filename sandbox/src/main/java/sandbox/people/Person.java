package sandbox.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a story, for demonstrations and tests.
 *
 * @param key by which tests call them
 * @param story one sentence
 * @param userId null for a contact without a user
 * @param contactId null for a user without a contact
 */
public record Person(
        String key,
        String story,
        @Nullable String userId,
        @Nullable String contactId) {}
