-- What checks of tenants found: their state, the results of the last days, sums of them for longer, and the incidents.

create table health_check (
    tenant_id uuid not null references tenant on delete cascade,
    kind text not null check (kind in ('frontend', 'backend', 'service', 'database', 'disk', 'certificate')),
    -- confirmed by enough results in a row
    health text not null check (health in ('healthy', 'degraded', 'unhealthy', 'unknown')),
    since timestamptz not null,
    -- what the latest results speak for, and how many in a row
    next_health text not null check (next_health in ('healthy', 'degraded', 'unhealthy', 'unknown')),
    streak integer not null,
    flapping boolean not null,
    -- the last results, oldest first: o, w, f, u
    recent text not null check (length(recent) <= 21),
    at timestamptz not null,
    verdict char(1) not null,
    latency_ms integer,
    detail text not null,
    primary key (tenant_id, kind)
) with (fillfactor = 60);

-- One row for each look; verdict and kind by number. A partition for each day, so that old days cost a DROP.
create table health_sample (
    tenant_id uuid not null,
    at timestamptz not null,
    kind smallint not null,
    verdict smallint not null,
    latency_ms integer
) partition by range (at);

create index health_sample_tenant on health_sample (tenant_id, at);

-- Sums of five minutes, in days too.
create table health_5m (
    tenant_id uuid not null,
    at timestamptz not null,
    kind smallint not null,
    samples integer not null,
    warned integer not null,
    failed integer not null,
    unknown integer not null,
    timed integer not null,
    latency_sum_ms bigint not null,
    latency_max_ms integer,
    primary key (tenant_id, at, kind)
) partition by range (at);

-- Sums of an hour.
create table health_1h (like health_5m including all);
create index health_1h_at on health_1h using brin (at);

-- Up to when samples are summed.
create table health_rollup (
    step_seconds integer primary key,
    until timestamptz not null
);

create table health_incident (
    id uuid primary key,
    tenant_id uuid not null references tenant on delete cascade,
    kind text not null,
    health text not null check (health in ('degraded', 'unhealthy')),
    began_at timestamptz not null,
    ended_at timestamptz,
    cause text not null
);

create unique index health_incident_open on health_incident (tenant_id, kind) where ended_at is null;
create index health_incident_tenant on health_incident (tenant_id, began_at desc, id desc);
