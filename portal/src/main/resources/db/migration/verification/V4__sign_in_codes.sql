-- Codes that customers were shown after they had signed in; each is for the one customer who did.
create table sign_in_codes (
    id         uuid primary key,
    directory  text        not null,
    customer   uuid        not null,
    code_hash  bytea       not null,
    tries_left int         not null check (tries_left >= 0),
    state      text        not null check (state in ('SHOWN', 'USED', 'SUPERSEDED')),
    shown_at   timestamptz not null,
    expires_at timestamptz not null
);

create index sign_in_codes_of_customer on sign_in_codes (directory, customer, shown_at desc);
create unique index sign_in_codes_shown on sign_in_codes (directory, customer) where state = 'SHOWN';

grant select, insert, update on sign_in_codes to latchkey_app;
