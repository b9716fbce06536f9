-- What the manager says and what it is asked, for the page of logs. A partition for each day, so that old days cost a DROP.

-- In the order of the commits: batches are inserted one after the other, under a lock.
create sequence log_entry_seq;

create table log_entry (
    seq bigint not null default nextval('log_entry_seq'),
    at timestamptz not null,
    level text not null check (level in ('info', 'warn', 'error')),
    source text not null check (source in ('manager', 'request')),
    server smallint not null,
    logger text,
    tenant_id uuid,
    run_id uuid,
    request_id text,
    actor text,
    method text,
    path text,
    status integer,
    duration_ms integer,
    text text not null check (octet_length(text) <= 32768)
) partition by range (at);

create index log_entry_seq_idx on log_entry (seq);
create index log_entry_tenant_idx on log_entry (tenant_id, seq) where tenant_id is not null;
