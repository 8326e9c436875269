-- Who asked to erase whom, and who decided. What is carried out stands in the trail; this is the list that people look at.
create table erasures (
    id           uuid primary key,
    directory    text        not null,
    customer     uuid        not null,
    key_id       uuid        not null,
    asked_by     text        not null,
    asked_person text        not null,
    asked_name   text        not null,
    ticket       text,
    -- why, sealed under the customer's key: it goes with what it asks for
    sealed       bytea       not null,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    state        text        not null check (state in ('ASKED', 'AGREED', 'DENIED', 'EXPIRED')),
    decided_by   text,
    decided_name text,
    decided_at   timestamptz,
    check (decided_by is null or decided_by <> asked_by)
);

create unique index erasures_one_asked on erasures (directory, customer) where state = 'ASKED';
create index erasures_latest on erasures (asked_at desc);

grant select, insert, update on erasures to latchkey_app;
