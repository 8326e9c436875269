package latchkey.directory;

import org.jspecify.annotations.Nullable;

/** The directory's word that it took a write, with its own id of the request. */
public record Receipt(@Nullable String requestId) {}
