-- Tenants whose visitors get a maintenance page although the services run. A row lives from its begin to its end.
create table tenant_maintenance (
    tenant_id uuid primary key references tenant on delete cascade,
    message text,
    since timestamptz not null,
    -- when it ends by itself; null: when somebody ends it
    until timestamptz,
    started_by text not null
);

create index tenant_maintenance_until on tenant_maintenance (until) where until is not null;
