-- How many actions have begun or ended for a customer, and until when one is taken to be under way: whoever looked before
-- that must look again.
create table action_turns (
    directory  text        not null,
    customer   uuid        not null,
    turn       bigint      not null,
    busy_until timestamptz,
    primary key (directory, customer)
);

grant select, insert, update on action_turns to latchkey_app;
