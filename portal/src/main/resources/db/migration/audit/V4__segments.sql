-- What was moved out of the trail into files: each row is signed, begins where the one before it ends, and says what the first
-- entry that is left follows on. The owner alone writes here, and takes entries out.
create table audit_segments (
    first  bigint primary key check (first > 0),
    last   bigint not null unique check (last >= first),
    record text   not null
);

grant select on audit_segments to latchkey_app;
