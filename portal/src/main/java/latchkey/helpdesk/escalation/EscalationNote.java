package latchkey.helpdesk.escalation;

import java.time.Instant;

/** What a supervisor wrote beside an escalation. */
public record EscalationNote(Instant writtenAt, String author, String note) {}
