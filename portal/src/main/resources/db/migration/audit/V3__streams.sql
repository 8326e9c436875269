-- How far each receiver of the trail is. A turn is taken by moving next_at to the end of its lease.
create table audit_streams (
    receiver  text        primary key,
    delivered bigint      not null default 0,
    attempts  integer     not null default 0,
    next_at   timestamptz not null,
    failure   text
);

grant select, insert, update on audit_streams to latchkey_app;
