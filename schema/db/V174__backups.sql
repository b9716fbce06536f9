-- Backups of tenants. No reference to the tenant: a backup outlives it.

create table backup (
    id uuid primary key,
    tenant_id uuid not null,
    slug text not null,
    server_id smallint not null,
    -- the run that takes it: of kind backup, or the deployment whose step it is
    run_id uuid not null,
    state text not null check (state in ('running', 'complete', 'failed', 'deleted')),
    reason text not null check (reason in ('scheduled', 'manual', 'before-migration', 'before-delete', 'before-restore', 'imported')),
    requested_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    -- where its files are: local has them below the home of its server, s3 under this prefix of the bucket
    storage text not null check (storage in ('local', 's3')),
    place text not null,
    bytes bigint,
    database_bytes bigint,
    files_bytes bigint,
    files bigint,
    rows bigint,
    release_commit text,
    release_ref text,
    error text,
    held boolean not null default false,
    -- why it is kept, as the last look at the retention found; newline between
    kept_because text not null default '',
    -- marked for deletion: purged from this time on
    purge_at timestamptz,
    -- who asked for the removal; null if the retention did
    deleted_by text,
    -- the slot of the schedule that it fills
    slot_at timestamptz,
    -- the last proof of it
    proof_verdict text check (proof_verdict in ('proven', 'failed', 'untried')),
    proof_level text,
    proof_at timestamptz,
    proof_restore_seconds integer,
    proof_reason text
);

create index backup_tenant on backup (tenant_id, created_at desc, id desc);
create index backup_created on backup (created_at desc, id desc);
-- one backup for a slot of the schedule, whoever asks for it
create unique index backup_slot on backup (tenant_id, slot_at) where slot_at is not null;
create unique index backup_running on backup (tenant_id) where state = 'running' and reason in ('scheduled', 'manual');
create index backup_purge on backup (server_id, purge_at) where purge_at is not null and state in ('complete', 'failed');

create table backup_schedule (
    tenant_id uuid primary key references tenant on delete cascade,
    enabled boolean not null,
    -- local time of day, and days of the week from 1 for Monday; null for each
    at text not null,
    days text,
    zone text not null,
    keep_last integer not null,
    keep_daily integer not null,
    keep_weekly integer not null,
    keep_monthly integer not null,
    keep_yearly integer not null,
    keep_within_days integer not null,
    -- null while it is off
    next_run timestamptz,
    last_run timestamptz,
    changed_at timestamptz not null,
    changed_by text not null
);

create index backup_schedule_due on backup_schedule (next_run) where next_run is not null;
