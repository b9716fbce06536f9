-- What people and other managers want to hear of, written in the transaction that made it true.
-- A row gets its number when its transaction commits, and one transaction after the other: a reader that has number 7 has all
-- before it, although transactions may commit in another order than they began. The lock is taken as the last thing that a
-- transaction does, so nothing is waited for while it is held.

create sequence event_seq;

create table event (
    id bigint generated always as identity primary key,
    seq bigint unique,
    at timestamptz not null default clock_timestamp(),
    topic text not null,
    type text not null,
    tenant_id uuid,
    payload text not null
);

create function number_event() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(1702257006, 1);
    update event set seq = nextval('event_seq'), at = clock_timestamp() where id = new.id;
    return null;
end $$;

create constraint trigger event_is_numbered after insert on event
    deferrable initially deferred for each row execute function number_event();

-- How far a consumer has come; it goes on from there after a restart.
create table event_position (
    consumer text primary key,
    seq bigint not null
);
