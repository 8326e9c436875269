-- Which net brought a contact last, and when: a webhook, the delta poll, the sweep of failed system jobs, or a person.
ALTER TABLE sync_contacts
    ADD COLUMN net text CHECK (net IN ('WEBHOOK', 'DELTA', 'JOBS', 'PERSON')),
    ADD COLUMN brought_at timestamptz,
    -- a person has seen that the contact is gone and its customer is as it was
    ADD COLUMN dismissed_at timestamptz;

-- How far each environment has been read; one node reads at a time, until its lease ends.
CREATE TABLE sync_polls (
    directory     text        NOT NULL,
    net           text        NOT NULL CHECK (net IN ('DELTA', 'JOBS')),
    -- where the next answer begins; null = at the very beginning
    place         text,
    -- for DELTA: whether everything is being read, and why; for JOBS: the jobs that were seen at the place
    walk          text        CHECK (walk IN ('FIRST', 'EXPIRED', 'ASKED')),
    seen          uuid[]      NOT NULL DEFAULT '{}',
    -- rows of the walk so far
    rows          bigint      NOT NULL DEFAULT 0,
    walk_began_at timestamptz,
    full_at       timestamptz,
    next_at       timestamptz NOT NULL,
    lease_until   timestamptz,
    owner         uuid,
    succeeded_at  timestamptz,
    failed_at     timestamptz,
    words         text,
    PRIMARY KEY (directory, net)
);

-- Whom each contact names, as the delta poll saw it: only whether somebody is named, and the object id when it is one.
CREATE TABLE sync_links (
    directory  text    NOT NULL,
    contact_id uuid    NOT NULL,
    named      boolean NOT NULL,
    user_id    uuid,
    active     boolean NOT NULL,
    PRIMARY KEY (directory, contact_id)
);

CREATE INDEX sync_links_user ON sync_links (directory, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX sync_links_not_an_id ON sync_links (directory) WHERE named AND user_id IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON sync_polls, sync_links TO latchkey_app;
