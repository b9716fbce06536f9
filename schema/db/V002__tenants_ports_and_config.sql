-- A tenant, the names it answers to, the ports it may use, its two slots and every version of its configuration.

create table tenant (
    id uuid primary key,
    server_id smallint not null references server,
    slug text not null unique,
    name text not null,
    domain text not null,
    status text not null check (status in ('draft', 'deploying', 'active', 'stopped', 'failed', 'deleting')),
    health text not null default 'unknown' check (health in ('healthy', 'degraded', 'unhealthy', 'unknown')),
    source_kind text check (source_kind in ('git', 'directory')),
    source_location text,
    source_ref text,
    live_slot text check (live_slot in ('a', 'b')),
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    check ((source_kind is null) = (source_location is null))
);

create index tenant_created on tenant (created_at desc, id desc);
create index tenant_status on tenant (status, created_at desc, id desc);
create index tenant_health on tenant (health, created_at desc, id desc);

-- Every host name in canonical form, over all tenants: the primary key is what keeps one tenant from answering for another.
create table tenant_host (
    host text primary key,
    tenant_id uuid not null references tenant on delete cascade,
    kind text not null check (kind in ('domain', 'alias', 'local'))
);

create index tenant_host_tenant on tenant_host (tenant_id);

create table port_block (
    server_id smallint not null references server,
    first integer not null check (first between 1 and 65532),
    state text not null check (state in ('leased', 'reserved')),
    tenant_id uuid references tenant on delete cascade,
    reason text,
    created_at timestamptz not null default now(),
    primary key (server_id, first),
    check ((state = 'leased') = (tenant_id is not null))
);

create unique index port_block_tenant on port_block (tenant_id) where tenant_id is not null;

create table tenant_slot (
    tenant_id uuid not null references tenant on delete cascade,
    slot text not null check (slot in ('a', 'b')),
    release_id text,
    -- the configuration that its services were started with
    config_version integer,
    status text not null default 'empty' check (status in ('empty', 'preparing', 'running', 'stopped', 'failed')),
    primary key (tenant_id, slot)
);

-- Configuration is never overwritten: a deployment pins the version that it started with.
create table tenant_config (
    tenant_id uuid not null references tenant on delete cascade,
    version integer not null,
    admin_email text,
    admin_username text not null,
    admin_password text not null,
    env text not null,
    created_at timestamptz not null default now(),
    created_by text not null,
    primary key (tenant_id, version)
);

create table tenant_database (
    tenant_id uuid primary key references tenant on delete cascade,
    server_id smallint not null references server,
    name text not null,
    password text not null,
    created_at timestamptz not null default now(),
    unique (server_id, name)
);
