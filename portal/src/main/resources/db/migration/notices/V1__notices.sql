-- One row for each action of an agent, written before the directory is: whoever ends the action finds whom to tell.
create table notices (
    entry      uuid primary key,
    action     text        not null,
    directory  text        not null,
    customer   uuid        not null,
    case_id    uuid        not null,
    agent      text        not null,
    agent_name text        not null,
    ticket     text,
    told       bytea,
    state      text        not null check (state in ('UNDER_WAY', 'TOLD', 'NOBODY', 'NOT_ASKED', 'NOTHING')),
    started_at timestamptz not null,
    ended_at   timestamptz,
    freeze_id  uuid,
    check ((state = 'UNDER_WAY') = (ended_at is null)),
    -- addresses are kept, sealed, only until they are used
    check (state = 'UNDER_WAY' or told is null)
);

create index notices_under_way on notices (directory, customer, started_at) where state = 'UNDER_WAY';
create index notices_of_freeze on notices (freeze_id) where freeze_id is not null;

-- One link for each action and address.
create table notice_links (
    id         uuid primary key,
    token_hash bytea       not null unique,
    entry      uuid        not null references notices,
    address    text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    unique (entry, address)
);

create table freezes (
    id              uuid primary key,
    directory       text        not null,
    customer        uuid        not null,
    frozen_at       timestamptz not null,
    blocked_at      timestamptz,
    signed_out_at   timestamptz,
    next_at         timestamptz,
    attempts        int         not null default 0,
    lifted_at       timestamptz,
    lifted_by       text,
    lifted_name     text
);

create unique index freezes_one on freezes (directory, customer) where lifted_at is null;
create index freezes_due on freezes (next_at) where next_at is not null;

grant select, insert, update on notices to latchkey_app;
grant select, insert, update on notice_links to latchkey_app;
grant select, insert, update on freezes to latchkey_app;
