-- A call-back has no code: the agent rings a number on file, and says what came of it.
alter table verifications drop constraint verifications_state_check;
alter table verifications add constraint verifications_state_check
    check (state in ('SENT', 'RINGING', 'PROVEN', 'NOT_REACHED', 'SOMEBODY_ELSE', 'SUPERSEDED'));
alter table verifications alter column code_hash drop not null;

-- The place by its handle, so that the number is read from the directory when it is shown and kept nowhere.
alter table verifications add column place text;
alter table verifications add column shown_at timestamptz;
