-- What is known of the sessions of agents: a row ends its session, whatever node the cookie comes to. The session is named by
-- the SHA-256 of its id, and the issuer's session likewise, so that nobody rides on what stands here.
create table desk_sessions (
    id             uuid        primary key,
    session        bytea       not null unique,
    agent_key      text        not null references agents,
    person         text        not null,
    issuer_session bytea,
    browser        text        not null,
    fingerprint    text        not null,
    network        text        not null,
    since          timestamptz not null,
    seen_at        timestamptz not null,
    ended_at       timestamptz,
    ended_why      text
);

create index desk_sessions_open on desk_sessions (agent_key) where ended_at is null;
create index desk_sessions_by_issuer on desk_sessions (issuer_session) where ended_at is null;
create index desk_sessions_seen on desk_sessions (seen_at);

grant select, insert, update, delete on desk_sessions to latchkey_app;
