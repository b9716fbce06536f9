-- A forge tells of pushes to a tenant's source. Without a row the tenant takes no deliveries.
create table tenant_webhook (
    tenant_id uuid primary key references tenant on delete cascade,
    -- null: deliveries of every forge that knows the secret
    forge text check (forge in ('github', 'gitlab', 'gitea')),
    -- encrypted
    secret text not null,
    created_at timestamptz not null,
    created_by text not null,
    -- the last request without a valid signature; written at most once in ten seconds
    refused_at timestamptz
);

-- Deliveries with a valid signature, for 30 days: an equal body is handled once.
create table webhook_delivery (
    id uuid primary key,
    tenant_id uuid not null references tenant on delete cascade,
    digest text not null,
    at timestamptz not null,
    forge text not null,
    event text not null,
    ref text,
    commit text,
    reason text,
    address text,
    result text not null check (result in ('answered', 'deployed', 'waiting', 'superseded', 'ignored', 'refused')),
    detail text,
    -- no reference: the record of a push outlives that of a run
    deployment_id uuid,
    repeats integer not null default 0,
    unique (tenant_id, digest)
);

create index webhook_delivery_newest on webhook_delivery (tenant_id, at desc, id desc);
create index webhook_delivery_at on webhook_delivery (at);
create unique index webhook_delivery_one_waiting on webhook_delivery (tenant_id) where result = 'waiting';
