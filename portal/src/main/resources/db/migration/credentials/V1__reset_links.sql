create table reset_links (
    id            uuid primary key,
    token_hash    bytea       not null unique,
    directory     text        not null,
    customer      uuid        not null,
    case_id       uuid        not null,
    case_reason   text        not null,
    ticket        text,
    state         text        not null check (state in ('SENT', 'CLAIMED', 'USED', 'SUPERSEDED')),
    tries_left    int         not null check (tries_left >= 0),
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    claimed_until timestamptz,
    used_at       timestamptz
);

create index reset_links_of_customer on reset_links (directory, customer, sent_at desc);

grant select, insert, update on reset_links to latchkey_app;
