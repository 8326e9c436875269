-- Times of heightened caution. The one that holds has not been ended and its time is not over.
create table caution (
    id             uuid primary key,
    raised_by      text        not null,
    raised_by_name text        not null,
    why            text        not null,
    raised_at      timestamptz not null,
    until          timestamptz not null,
    ended_at       timestamptz,
    ended_by       text,
    ended_by_name  text,
    ended_why      text
);

create index caution_open on caution (until desc) where ended_at is null;

grant select, insert, update on caution to latchkey_app;
