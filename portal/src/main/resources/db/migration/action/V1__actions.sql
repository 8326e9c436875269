-- What was there before an action, to be put back by an undo.
create table undo_ledger (
    entry      uuid primary key,
    action     text        not null,
    directory  text        not null,
    customer   uuid        not null,
    case_id    uuid        not null,
    agent      text        not null,
    before     jsonb       not null,
    after      jsonb       not null,
    written_at timestamptz not null
);

create index undo_ledger_of_customer on undo_ledger (directory, customer, written_at desc);

-- What the directory has accepted and does not show yet.
create table pending_writes (
    directory  text        not null,
    customer   uuid        not null,
    what       text        not null,
    expected   jsonb       not null,
    entry      uuid        not null,
    certain    boolean     not null,
    written_at timestamptz not null,
    primary key (directory, customer, what)
);

grant select, insert on undo_ledger to latchkey_app;
grant select, insert, update, delete on pending_writes to latchkey_app;
