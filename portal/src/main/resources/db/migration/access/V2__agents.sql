-- Who signed in, and what the issuer last said of them: for colleagues who wait for their decision.
create table agents (
    agent_key  text        primary key,
    issuer     text        not null,
    object_id  text        not null,
    name       text        not null,
    username   text        not null,
    email      text,
    claims     text[]      not null,
    seen_at    timestamptz not null,
    signed_out boolean     not null default false
);

create index agents_seen on agents (seen_at desc);

grant select, insert, update on agents to latchkey_app;
