-- What is done again and again: when it was last done, how that ended, and what is wrong with it. Written at most once a minute for
-- each, and when its verdict changes.
create table schedule_run (
    id text not null,
    server_id smallint not null references server,
    title text not null,
    tenant_id uuid references tenant on delete cascade,
    tenant_slug text,
    began_at timestamptz,
    ended_at timestamptz,
    duration_ms bigint,
    next_at timestamptz,
    verdict text not null
        check (verdict in ('ok', 'waiting', 'running', 'missed', 'too-fast', 'too-slow', 'failed')),
    detail text not null,
    start_grace_seconds bigint not null,
    shortest_seconds bigint not null,
    longest_seconds bigint not null,
    primary key (id, server_id)
);

create index schedule_run_tenant on schedule_run (tenant_id) where tenant_id is not null;
