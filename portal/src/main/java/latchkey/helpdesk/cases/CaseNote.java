package latchkey.helpdesk.cases;

import java.time.Instant;

/** What an agent wrote into a case. */
public record CaseNote(Instant writtenAt, String agentName, String note) {}
