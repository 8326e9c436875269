-- How the sync of each directory stands; all nodes obey it. A directory without a row stands as the settings say at first.
CREATE TABLE sync_directories (
    directory     text        PRIMARY KEY,
    -- false: contacts and customers are compared and differences told, nothing is written
    live          boolean     NOT NULL,
    changed_at    timestamptz NOT NULL,
    -- a person stopped it
    paused_at     timestamptz,
    -- it stopped itself after many failures, and tries one contact at probe_at
    broken_at     timestamptz,
    broken_reason text,
    probe_at      timestamptz,
    -- the last mail about such a stop
    told_at       timestamptz,
    told_reason   text,
    CHECK ((broken_at IS NULL) = (broken_reason IS NULL) AND (broken_at IS NULL) = (probe_at IS NULL))
);

-- Who changes how many contacts, by minute: whoever changes many does bulk work.
CREATE TABLE sync_initiators (
    directory text        NOT NULL,
    initiator uuid        NOT NULL,
    minute    timestamptz NOT NULL,
    changes   integer     NOT NULL,
    PRIMARY KEY (directory, initiator, minute)
);

CREATE INDEX sync_initiators_minute ON sync_initiators (minute);

GRANT SELECT, INSERT, UPDATE, DELETE ON sync_directories, sync_initiators TO latchkey_app;
