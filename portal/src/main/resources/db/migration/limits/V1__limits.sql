-- What counts towards a limit within a day: one row per thing it was done to, so that the same customer counts once.
create table limited_deeds (
    who     text        not null,
    what    text        not null,
    subject text        not null,
    at      timestamptz not null,
    primary key (who, what, subject)
);

create index limited_deeds_lately on limited_deeds (who, what, at desc);

-- Whom the supervisors were told of.
create table limit_alarms (
    id         uuid primary key,
    agent      text        not null,
    agent_name text        not null,
    what       text        not null,
    at         timestamptz not null,
    until      timestamptz not null
);

create index limit_alarms_of_agent on limit_alarms (agent, at desc);
create index limit_alarms_at on limit_alarms (at desc);

grant select, insert, update, delete on limited_deeds to latchkey_app;
grant select, insert on limit_alarms to latchkey_app;
