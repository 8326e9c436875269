-- Addresses that employees signed in with, folded: a customer who has one is a colleague.
create table staff_addresses (
    address text primary key
);

grant select, insert on staff_addresses to latchkey_app;
