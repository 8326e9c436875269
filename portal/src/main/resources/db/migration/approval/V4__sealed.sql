-- Reasons are sealed under the customer's key. Those of decided requests stand sealed in the trail too; what was open is asked anew.
alter table approvals add column sealed_reason bytea;
alter table approvals add column sealed_because bytea;
update approvals set state = 'EXPIRED' where state in ('ASKED', 'GIVEN');
alter table approvals drop column reason;
alter table approvals drop column decided_because;
