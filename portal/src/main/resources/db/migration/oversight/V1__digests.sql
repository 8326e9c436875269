-- Up to which moment people were told of changes that were made outside, and when last.
create table outside_digests (
    directory   text primary key,
    heard_until timestamptz not null,
    told_at     timestamptz
);

grant select, insert, update on outside_digests to latchkey_app;
