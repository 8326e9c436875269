-- What was there before an action, and what the directory does not show yet, is sealed under the customer's key.
alter table undo_ledger rename to undo_ledger_readable;
alter table undo_ledger_readable rename constraint undo_ledger_pkey to undo_ledger_readable_pkey;
drop index undo_ledger_of_customer;

create table undo_ledger (
    entry      uuid primary key,
    action     text        not null,
    directory  text        not null,
    customer   uuid        not null,
    case_id    uuid        not null,
    agent      text        not null,
    sealed     bytea       not null,
    written_at timestamptz not null
);

create index undo_ledger_of_customer on undo_ledger (directory, customer, written_at desc);

grant select, insert on undo_ledger to latchkey_app;
-- The keys are outside the database: the portal's next start seals these rows and removes them here.
revoke insert on undo_ledger_readable from latchkey_app;
grant delete on undo_ledger_readable to latchkey_app;

-- None of them says anything for longer than an hour.
delete from pending_writes;
alter table pending_writes drop column expected;
alter table pending_writes add column sealed bytea not null;
