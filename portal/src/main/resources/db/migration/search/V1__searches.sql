-- What agents found, for an hour: ids and the kinds of match, never what was typed.
CREATE TABLE searches (
    token_hash bytea PRIMARY KEY,
    agent text NOT NULL,
    result jsonb NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX searches_by_expiry ON searches (expires_at);

GRANT SELECT, INSERT, DELETE ON searches TO latchkey_app;
