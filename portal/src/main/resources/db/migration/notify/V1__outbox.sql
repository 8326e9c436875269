CREATE TABLE mails (
    id           uuid PRIMARY KEY,
    created_at   timestamptz NOT NULL,
    template     text        NOT NULL,
    recipient    text        NOT NULL,
    subject      text,
    plain_text   text,
    html         text,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts     integer     NOT NULL DEFAULT 0,
    next_at      timestamptz,
    settled_at   timestamptz,
    last_failure text,
    CHECK ((state = 'WAITING') = (next_at IS NOT NULL)),
    -- what is settled keeps no code and no link
    CHECK (state = 'WAITING' OR (subject IS NULL AND plain_text IS NULL AND html IS NULL))
);

CREATE INDEX mails_due ON mails (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX mails_given_up ON mails (settled_at) WHERE state = 'GIVEN_UP';

GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO latchkey_app;
