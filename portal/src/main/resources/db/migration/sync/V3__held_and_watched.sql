ALTER TABLE sync_contacts
    DROP CONSTRAINT sync_contacts_state_check,
    DROP CONSTRAINT sync_contacts_check,
    -- 0 live, 1 bulk: a person's single change goes before thousands of a program
    ADD COLUMN lane             smallint NOT NULL DEFAULT 0 CHECK (lane IN (0, 1)),
    ADD COLUMN held_at          timestamptz,
    -- which version of the contact is watched or held
    ADD COLUMN held_version     bigint,
    -- a person's word about that version; a newer one is judged anew. COUNTED: they saw how many there are
    ADD COLUMN decision         text CHECK (decision IN ('RELEASED', 'COUNTED', 'REJECTED')),
    ADD COLUMN decided_version  bigint,
    -- which attributes differ and how (set, change, clear), while watching or held; never the values
    ADD COLUMN differences      jsonb,
    ADD CONSTRAINT sync_contacts_state CHECK (state IN
        ('DUE', 'RUNNING', 'VERIFYING', 'SETTLED', 'NOT_LINKED', 'PARKED', 'WATCHED', 'HELD', 'REJECTED')),
    ADD CONSTRAINT sync_contacts_resting CHECK ((next_at IS NULL)
        = (state IN ('SETTLED', 'NOT_LINKED', 'PARKED', 'WATCHED', 'HELD', 'REJECTED'))),
    ADD CONSTRAINT sync_contacts_held CHECK ((state = 'HELD') = (held_at IS NOT NULL)),
    ADD CONSTRAINT sync_contacts_decided CHECK ((decision IS NULL) = (decided_version IS NULL));

DROP INDEX sync_contacts_due;
CREATE INDEX sync_contacts_due ON sync_contacts (lane, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX sync_contacts_held ON sync_contacts (held_at) WHERE held_at IS NOT NULL;
CREATE INDEX sync_contacts_watched ON sync_contacts (directory) WHERE state = 'WATCHED';

-- What the sync wrote last and what that replaced, as keyed hashes: enough to notice a value that comes back.
CREATE TABLE sync_applied (
    directory  text        NOT NULL,
    contact_id uuid        NOT NULL,
    attribute  text        NOT NULL,
    value      text        NOT NULL,
    -- the last few that were replaced, the newest first
    replaced   text[]      NOT NULL,
    applied_at timestamptz NOT NULL,
    -- when a value that had been replaced was written again, the newest first
    returns    timestamptz[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (directory, contact_id, attribute)
);

-- Changes of addresses and cleared names that were written or held, to notice many at once; kept for two days.
CREATE TABLE sync_changes (
    directory  text        NOT NULL,
    contact_id uuid        NOT NULL,
    attribute  text        NOT NULL,
    version    bigint      NOT NULL,
    at         timestamptz NOT NULL,
    -- the new one
    address    text,
    -- whether it took the place of another, or of one that is now missing
    moved      boolean     NOT NULL,
    -- from one domain to another
    domains    text,
    cleared    boolean     NOT NULL,
    PRIMARY KEY (directory, contact_id, attribute, version)
);

CREATE INDEX sync_changes_at ON sync_changes (directory, at);
CREATE INDEX sync_changes_address ON sync_changes (directory, address, at) WHERE address IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON sync_applied, sync_changes TO latchkey_app;
