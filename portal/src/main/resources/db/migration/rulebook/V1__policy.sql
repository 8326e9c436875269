-- The rules of the settings at each start at which they were others than before.
create table stated_policy (
    id          uuid        primary key,
    noted_at    timestamptz not null,
    settings    jsonb       not null,
    differences jsonb       not null
);

create index stated_policy_noted on stated_policy (noted_at desc);

grant select, insert on stated_policy to latchkey_app;
