-- When we heard of an event, which may be long after it happened; unknown for what was collected before.
alter table directory_events add column heard_at timestamptz;
alter table directory_events alter column heard_at set default now();
create index directory_events_heard on directory_events (directory, heard_at);
