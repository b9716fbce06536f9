-- Requests to tenants, counted from NGINX's log: each minute of the last days, each hour for longer.

create table traffic_minute (
    tenant_id uuid not null,
    at timestamptz not null,
    requests bigint not null,
    client_errors bigint not null,
    server_errors bigint not null,
    bytes bigint not null,
    -- how many took how long, by the places of a fixed scale; places without requests at its end are left out
    times integer[] not null,
    primary key (tenant_id, at)
) partition by range (at);

-- Added to each minute.
create table traffic_hour (like traffic_minute including all) with (fillfactor = 70);
create index traffic_hour_at on traffic_hour using brin (at);

-- Up to where the log of a server is counted: the number of a file, an offset in it, and the latest request.
create table traffic_position (
    server_id smallint primary key references server,
    file bigint not null,
    byte_offset bigint not null,
    until timestamptz not null
);
