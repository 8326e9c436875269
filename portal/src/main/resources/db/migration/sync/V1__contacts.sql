-- One row per contact that something was heard of. Events coalesce here; nothing of an event's body is kept.
CREATE TABLE sync_contacts (
    directory      text        NOT NULL,
    contact_id     uuid        NOT NULL,
    state          text        NOT NULL
        CHECK (state IN ('DUE', 'RUNNING', 'VERIFYING', 'SETTLED', 'NOT_LINKED', 'PARKED')),
    -- when a worker looks at it next; while RUNNING, when its lease ends
    next_at        timestamptz,
    -- counts events, so that one that arrives during an attempt is not forgotten at its end
    hints          bigint      NOT NULL DEFAULT 1,
    last_operation uuid,
    hinted_at      timestamptz NOT NULL,
    waiting_since  timestamptz,
    claim          uuid,
    owner          integer,
    attempts       integer     NOT NULL DEFAULT 0,
    -- an attempt has begun and nobody recorded its end: whether it wrote is unknown
    attempt_open   boolean     NOT NULL DEFAULT false,
    -- the latest moment at which our own last write may have happened
    last_write_at  timestamptz,
    -- a write of unknown outcome may happen until then, so the customer is read back after it
    verify_due     timestamptz,
    customer_id    uuid,
    version        bigint,
    saved_at       timestamptz,
    applied_at     timestamptz,
    reason         text,
    words          text,
    request_id     text,
    parked_at      timestamptz,
    told_at        timestamptz,
    PRIMARY KEY (directory, contact_id),
    CHECK ((next_at IS NULL) = (state IN ('SETTLED', 'NOT_LINKED', 'PARKED'))),
    CHECK ((state = 'PARKED') = (parked_at IS NOT NULL))
);

CREATE INDEX sync_contacts_due ON sync_contacts (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX sync_contacts_parked ON sync_contacts (parked_at) WHERE parked_at IS NOT NULL;
CREATE INDEX sync_contacts_customer ON sync_contacts (directory, customer_id) WHERE customer_id IS NOT NULL;

-- What was brought into step, for the lag that pages show; kept for a week.
CREATE TABLE sync_pushes (
    directory  text        NOT NULL,
    contact_id uuid        NOT NULL,
    version    bigint      NOT NULL,
    saved_at   timestamptz NOT NULL,
    applied_at timestamptz NOT NULL
);

CREATE INDEX sync_pushes_applied ON sync_pushes (applied_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON sync_contacts, sync_pushes TO latchkey_app;
