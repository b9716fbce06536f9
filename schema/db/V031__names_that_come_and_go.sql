-- A name that is on its way in ('pending') is served before it is the tenant's; a domain that was given up leads to the new one.

alter table tenant_host drop constraint tenant_host_kind_check;
alter table tenant_host add constraint tenant_host_kind_check
    check (kind in ('domain', 'alias', 'local', 'redirect', 'pending'));

-- The domain that a slot's services were started with.
alter table tenant_slot add column domain text;
update tenant_slot s set domain = t.domain from tenant t where t.id = s.tenant_id;
