-- What each server's machine used, one row a minute, kept for 24 hours.
create table machine_sample (
    server_id smallint not null references server,
    -- the beginning of the minute
    at timestamptz not null,
    -- null for the first look of a manager: a share needs two looks
    cpu_percent real check (cpu_percent between 0 and 100),
    memory_used_bytes bigint not null,
    memory_total_bytes bigint not null,
    disk_used_bytes bigint not null,
    disk_total_bytes bigint not null,
    -- of the manager's own process
    manager_bytes bigint not null,
    -- of the manager's own database
    database_bytes bigint not null,
    database_connections integer not null,
    primary key (server_id, at)
);

create index machine_sample_at on machine_sample (at);
