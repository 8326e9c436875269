create table approvals (
    id             uuid primary key,
    exact_action   text        not null,
    action         text        not null,
    directory      text        not null,
    customer       uuid        not null,
    case_id        uuid        not null,
    requester      text        not null,
    requester_name text        not null,
    reason         text        not null,
    state          text        not null check (state in ('ASKED', 'GIVEN', 'DENIED', 'EXPIRED', 'USED')),
    asked_at       timestamptz not null,
    expires_at     timestamptz not null,
    decided_by     text,
    decided_name   text,
    decided_at     timestamptz,
    check (decided_by is null or decided_by <> requester)
);

-- One request at a time for one exact action under one case.
create unique index approvals_one_asked on approvals (case_id, exact_action) where state in ('ASKED', 'GIVEN');
create index approvals_waiting on approvals (asked_at) where state = 'ASKED';

grant select, insert, update on approvals to latchkey_app;
