-- A release is built once and shared; a deployment is one run of the pipeline, never edited afterwards.

create table release (
    id text primary key,
    server_id smallint not null references server,
    source_kind text not null,
    source_location text not null,
    ref text,
    commit text not null,
    manifest text not null,
    state text not null check (state in ('building', 'ready', 'failed')),
    -- the one builder: a deployment that keeps renewing its lease while it builds
    builder uuid,
    builder_until timestamptz,
    content_hash text,
    build_ms bigint,
    created_at timestamptz not null default now()
);

alter table tenant_slot add foreign key (release_id) references release;
create index tenant_slot_release on tenant_slot (release_id);

create table deployment (
    id uuid primary key,
    tenant_id uuid not null references tenant on delete cascade,
    server_id smallint not null references server,
    kind text not null check (kind in ('deploy', 'rollback', 'delete', 'restore')),
    status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    -- raised by whoever takes the run over; a write with an older epoch changes nothing
    epoch bigint not null default 0,
    tenant_status_before text not null,
    slot text check (slot in ('a', 'b')),
    ref text,
    commit text,
    release_id text references release,
    config_version integer,
    current_step text,
    progress_percent integer not null default 0,
    revision bigint not null default 0,
    cancel_requested boolean not null default false,
    actor text not null,
    reason text,
    failure text,
    queued_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);

create unique index deployment_one_active on deployment (tenant_id) where status in ('queued', 'running');
create index deployment_tenant on deployment (tenant_id, queued_at desc);
create index deployment_queued on deployment (queued_at desc, id desc);
create index deployment_status on deployment (status, queued_at desc);
create index deployment_release on deployment (release_id);

create table deployment_step (
    deployment_id uuid not null references deployment on delete cascade,
    position smallint not null,
    id text not null,
    title text not null,
    status text not null check (status in ('pending', 'running', 'done', 'skipped', 'failed', 'undone')),
    weight integer not null check (weight > 0),
    started_at timestamptz,
    duration_ms bigint,
    detail text,
    primary key (deployment_id, id)
);

create table deployment_log (
    deployment_id uuid not null references deployment on delete cascade,
    seq bigint not null,
    at timestamptz not null,
    step text,
    stream text not null check (stream in ('out', 'err', 'info')),
    level text not null check (level in ('debug', 'info', 'warn', 'error')),
    text text not null,
    primary key (deployment_id, seq)
);

create table certificate (
    id text primary key,
    server_id smallint not null references server,
    tenant_id uuid not null references tenant on delete cascade,
    issuer text not null,
    serial text not null,
    names text[] not null,
    not_before timestamptz not null,
    not_after timestamptz not null,
    created_at timestamptz not null default now()
);

create index certificate_tenant on certificate (tenant_id, created_at desc);

-- What NGINX is told about a slot. Kept as rows, so that one tenant's change renders without asking every other room.
create table site_slot (
    tenant_id uuid not null references tenant on delete cascade,
    slot text not null check (slot in ('a', 'b')),
    release_id text not null,
    backend_port integer,
    frontend_port integer,
    routes jsonb not null,
    primary key (tenant_id, slot)
);

create table site_certificate (
    tenant_id uuid primary key references tenant on delete cascade,
    certificate_id text not null references certificate
);
