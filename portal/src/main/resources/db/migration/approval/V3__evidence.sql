-- What a second person decides on. The values before and after are sealed under the customer's key.
alter table approvals add column requester_person text not null default '';
alter table approvals add column ticket text;
alter table approvals add column grounds text[] not null default '{}';
alter table approvals add column hands text[] not null default '{}';
alter table approvals add column sealed bytea;
alter table approvals add column decided_because text;

-- Whoever said yes is looked at anew when it is used.
alter table approvals drop column decided_populations;
