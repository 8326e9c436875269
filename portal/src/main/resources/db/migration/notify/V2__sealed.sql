-- A mail waits sealed, its address too; what was written down readable before is given up rather than kept.
UPDATE mails SET state = 'GIVEN_UP', next_at = NULL, settled_at = now(), subject = NULL, plain_text = NULL, html = NULL,
    last_failure = 'written before mails were sealed'
WHERE state = 'WAITING';

ALTER TABLE mails ADD COLUMN sealed bytea;
ALTER TABLE mails DROP COLUMN recipient, DROP COLUMN subject, DROP COLUMN plain_text, DROP COLUMN html;
ALTER TABLE mails ADD CHECK ((state = 'WAITING') = (sealed IS NOT NULL));

CREATE INDEX mails_settled ON mails (settled_at) WHERE settled_at IS NOT NULL;
