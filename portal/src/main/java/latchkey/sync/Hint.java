package latchkey.sync;

import java.util.UUID;
import latchkey.directory.DirectoryId;

/** Somebody's word that a contact may have changed; nothing else of the message is believed. */
record Hint(DirectoryId directory, UUID contact, UUID operation) {}
