-- The way by which a proof comes: two count as two only when they came by different ones.
alter table verifications add column channel text not null default 'MAIL';
alter table verifications alter column channel drop default;

create index verifications_proven on verifications (case_id, agent, proven_until) where state = 'PROVEN';
