-- How many tenants there are of each status and health, without counting ten thousand rows for every page of the list.
-- Each statement adds what it changed as rows of its own, so that no change waits for another; the manager adds them up
-- now and then. The sum is right at every moment, because the rows belong to the transaction of the change.

create table tenant_tally (
    status text not null,
    health text not null,
    tenants bigint not null
);

insert into tenant_tally select status, health, count(*) from tenant group by status, health;

create function tally_tenants() returns trigger language plpgsql as $$
begin
    case tg_op
        when 'INSERT' then
            insert into tenant_tally select status, health, count(*) from arrived group by status, health;
        when 'DELETE' then
            insert into tenant_tally select status, health, -count(*) from gone group by status, health;
        when 'UPDATE' then
            insert into tenant_tally
            select status, health, sum(tenants)
            from (select status, health, 1 as tenants from arrived union all select status, health, -1 from gone) moved
            group by status, health having sum(tenants) <> 0;
        when 'TRUNCATE' then
            delete from tenant_tally;
    end case;
    return null;
end $$;

create trigger tally_arrived after insert on tenant referencing new table as arrived
    for each statement execute function tally_tenants();
create trigger tally_gone after delete on tenant referencing old table as gone
    for each statement execute function tally_tenants();
create trigger tally_moved after update on tenant referencing old table as gone new table as arrived
    for each statement execute function tally_tenants();
create trigger tally_emptied after truncate on tenant
    for each statement execute function tally_tenants();

-- What a page of the list reads beside the tenant itself, from the index alone.
drop index tenant_host_tenant;
create index tenant_host_tenant on tenant_host (tenant_id, kind) include (host);
