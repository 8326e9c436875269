-- What the directory's own log says of customers, collected before the directory forgets it. No old or new values, no
-- addresses of machines, no names of persons.
CREATE TABLE directory_events (
    directory      text        NOT NULL,
    event_id       text        NOT NULL,
    customer       uuid        NOT NULL,
    at             timestamptz NOT NULL,
    activity       text        NOT NULL,
    service        text        NOT NULL,
    result         text        NOT NULL CHECK (result IN ('SUCCESS', 'FAILURE', 'UNKNOWN')),
    correlation_id text,
    app            text,
    principal      text,
    app_name       text,
    person         text,
    code           text,
    policy         text,
    client         text,
    changed        text[]      NOT NULL,
    PRIMARY KEY (directory, event_id)
);

CREATE INDEX directory_events_of_customer ON directory_events (directory, customer, at DESC);
CREATE INDEX directory_events_at ON directory_events (directory, at);

-- How far each directory's log was read, and which node reads it now.
CREATE TABLE directory_readings (
    directory     text PRIMARY KEY,
    holder        uuid,
    held_until    timestamptz,
    -- the latest event, by the directory's own clock: where the next reading begins, less an overlap
    latest_event  timestamptz,
    -- up to this moment everything that the log held was read
    read_until    timestamptz,
    trouble       text,
    trouble_since timestamptz
);

-- What the directory had forgotten before it was read.
CREATE TABLE directory_gaps (
    directory text        NOT NULL,
    from_at   timestamptz NOT NULL,
    until_at  timestamptz NOT NULL,
    PRIMARY KEY (directory, from_at)
);

-- By which ids the log names our own app registrations, replaced ones too.
CREATE TABLE directory_own_apps (
    directory text NOT NULL,
    id        text NOT NULL,
    PRIMARY KEY (directory, id)
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON directory_events, directory_readings, directory_gaps, directory_own_apps TO latchkey_app;
