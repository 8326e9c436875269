create table cases (
    id         uuid primary key,
    directory  text        not null,
    customer   uuid        not null,
    agent      text        not null,
    agent_name text        not null,
    reason     text        not null,
    words      text,
    ticket     text,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    outcome    text
);

-- An agent works on one case per customer at a time, whatever races.
create unique index cases_one_open on cases (agent, directory, customer) where closed_at is null;
create index cases_of_customer on cases (directory, customer, opened_at desc);

create table case_notes (
    id         bigint generated always as identity primary key,
    case_id    uuid        not null references cases,
    written_at timestamptz not null,
    agent_name text        not null,
    note       text        not null
);

create index case_notes_of_case on case_notes (case_id, id);

grant select, insert, update on cases to latchkey_app;
grant select, insert on case_notes to latchkey_app;
