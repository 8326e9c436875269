-- Who only looked is in the trail too.
alter table audit_entries drop constraint audit_entries_kind_check;
alter table audit_entries add constraint audit_entries_kind_check
    check (kind in ('announced', 'noted', 'looked', 'outcome'));
