create table verifications (
    id            uuid primary key,
    case_id       uuid        not null,
    directory     text        not null,
    customer      uuid        not null,
    agent         text        not null,
    method        text        not null,
    sent_to       text        not null,
    code_hash     bytea       not null,
    tries_left    int         not null check (tries_left >= 0),
    state         text        not null check (state in ('SENT', 'PROVEN', 'SUPERSEDED')),
    started_at    timestamptz not null,
    expires_at    timestamptz not null,
    proven_until  timestamptz
);

create index verifications_of_customer on verifications (directory, customer, started_at desc);
create index verifications_of_case on verifications (case_id, agent, started_at desc);

grant select, insert, update on verifications to latchkey_app;
