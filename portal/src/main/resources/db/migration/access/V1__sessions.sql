-- The shape that Spring Session's JDBC repository asks for.
CREATE TABLE agent_sessions (
    primary_id            CHAR(36)     NOT NULL PRIMARY KEY,
    session_id            CHAR(36)     NOT NULL UNIQUE,
    creation_time         BIGINT       NOT NULL,
    last_access_time      BIGINT       NOT NULL,
    max_inactive_interval INT          NOT NULL,
    expiry_time           BIGINT       NOT NULL,
    principal_name        VARCHAR(300)
);
CREATE INDEX agent_sessions_by_expiry ON agent_sessions (expiry_time);
CREATE INDEX agent_sessions_by_principal ON agent_sessions (principal_name);

CREATE TABLE agent_sessions_attributes (
    session_primary_id CHAR(36)     NOT NULL REFERENCES agent_sessions (primary_id) ON DELETE CASCADE,
    attribute_name     VARCHAR(200) NOT NULL,
    attribute_bytes    BYTEA        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON agent_sessions, agent_sessions_attributes TO latchkey_app;
