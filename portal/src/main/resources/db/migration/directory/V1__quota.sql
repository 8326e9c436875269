-- What each app registration may still call, in the limiter library's own binary form; shared by all nodes.
CREATE TABLE quota_budgets (
    budget text PRIMARY KEY,
    state  bytea
);

GRANT SELECT, INSERT, UPDATE, DELETE ON quota_budgets TO latchkey_app;
