-- The trail. The body is the truth: hash = SHA-256(previous hash, body) and mac = HMAC-SHA-256(hash).
-- The other columns repeat parts of the body, to find entries by; verifying compares them.
create table audit_entries (
    sequence     bigint      primary key check (sequence > 0),
    id           uuid        not null unique,
    kind         text        not null check (kind in ('announced', 'noted', 'outcome')),
    at           timestamptz not null,
    actor        text        not null,
    action       text        not null,
    directory    text,
    customer     text,
    case_id      uuid,
    announcement uuid,
    body         text        not null,
    hash         bytea       not null,
    mac          bytea       not null,
    keys         smallint    not null default 1
);

create index audit_entries_of_customer on audit_entries (customer, directory, sequence desc) where customer is not null;
create index audit_entries_of_actor on audit_entries (actor, sequence desc);
create index audit_entries_of_action on audit_entries (action, sequence desc);
create index audit_entries_of_case on audit_entries (case_id, sequence desc) where case_id is not null;
create index audit_entries_outcome on audit_entries (announcement, sequence desc) where announcement is not null;
create index audit_entries_at on audit_entries (at);

-- One key per customer, wrapped by the master key, which is kept outside: removing a row erases what it opens.
create table audit_keys (
    id         uuid        primary key,
    scope      text        not null unique,
    wrapped    bytea       not null,
    created_at timestamptz not null default now()
);

grant select, insert on audit_entries, audit_keys to latchkey_app;
