-- Text messages wait in the same outbox as mails.
ALTER TABLE mails ADD COLUMN way text NOT NULL DEFAULT 'MAIL' CHECK (way IN ('MAIL', 'TEXT'));
ALTER TABLE mails ALTER COLUMN way DROP DEFAULT;
