-- What agents write in their own words may name the caller: it is sealed under the customer's key. The keys are outside the
-- database, so the portal's next start seals what stands here readable.
alter table cases add column sealed bytea;
alter table case_notes add column seal_id uuid;
alter table case_notes add column sealed bytea;
alter table case_notes alter column note drop not null;
grant update (note, seal_id, sealed) on case_notes to latchkey_app;
