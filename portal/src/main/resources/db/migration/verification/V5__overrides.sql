-- A supervisor's word in the place of a proof: asked for by an agent under a case, given with a reason, reviewed by another.
create table overrides (
    id             uuid primary key,
    case_id        uuid        not null,
    directory      text        not null,
    customer       uuid        not null,
    agent          text        not null,
    agent_name     text        not null,
    agent_person   text        not null,
    asked_because  text        not null,
    asked_at       timestamptz not null,
    state          text        not null check (state in ('ASKED', 'LAPSED', 'GIVEN', 'REVIEWED')),
    given_by       text,
    given_name     text,
    given_person   text,
    given_because  text,
    given_at       timestamptz,
    counts_until   timestamptz,
    reviewed_by    text,
    reviewed_name  text,
    reviewed_at    timestamptz,
    finding        text check (finding in ('JUSTIFIED', 'NOT_JUSTIFIED')),
    finding_words  text,
    check ((state in ('ASKED', 'LAPSED')) = (given_by is null)),
    check ((state = 'REVIEWED') = (reviewed_by is not null and finding is not null)),
    -- nobody vouches for their own caller, nor looks into what they gave themselves
    check (given_by <> agent and given_person <> agent_person),
    check (reviewed_by <> given_by and reviewed_by <> agent)
);

create unique index overrides_asked on overrides (case_id) where state = 'ASKED';
create index overrides_open on overrides (asked_at) where state in ('ASKED', 'GIVEN');
create index overrides_lately on overrides (reviewed_at desc) where state = 'REVIEWED';

-- Whose word a proof is, where it is not the customer's.
alter table verifications add column vouched_by text;

grant select, insert, update on overrides to latchkey_app;
