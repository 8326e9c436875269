create table escalations (
    id         uuid primary key,
    cause      text        not null check (cause in ('NOT_ME')),
    entry      uuid        not null,
    directory  text        not null,
    customer   uuid        not null,
    action     text        not null,
    agent      text        not null,
    agent_name text        not null,
    case_id    uuid        not null,
    acted_at   timestamptz not null,
    opened_at  timestamptz not null,
    state      text        not null check (state in ('OPEN', 'TAKEN', 'CLOSED')),
    taken_by   text,
    taken_name text,
    taken_at   timestamptz,
    closed_by  text,
    closed_at  timestamptz,
    outcome    text check (outcome in ('MISUSE', 'MISUNDERSTANDING', 'UNCLEAR')),
    unique (entry, cause),
    check ((state = 'CLOSED') = (outcome is not null and closed_by is not null and closed_at is not null)),
    -- nobody looks into what they did themselves
    check (taken_by <> agent),
    check (closed_by <> agent)
);

create index escalations_waiting on escalations (opened_at) where state <> 'CLOSED';

create table escalation_notes (
    id         bigint generated always as identity primary key,
    escalation uuid        not null references escalations,
    written_at timestamptz not null,
    author     text        not null,
    note       text        not null
);

create index escalation_notes_of on escalation_notes (escalation);

grant select, insert, update on escalations to latchkey_app;
grant select, insert on escalation_notes to latchkey_app;
