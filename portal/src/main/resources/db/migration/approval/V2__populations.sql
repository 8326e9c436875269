-- Whom the one who decided saw then: a yes does not count for a customer who has left their sight.
alter table approvals add column decided_populations text[] not null default '{}';
