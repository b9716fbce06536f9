-- Restores of backups in the place of a tenant's data, and how long what they replaced is kept.

create table tenant_restore (
    -- a deployment of kind restore
    run_id uuid primary key,
    tenant_id uuid not null references tenant on delete cascade,
    backup_id uuid not null,
    -- what was live before, for the way back; null if nothing was
    release_before text,
    config_before integer,
    state text not null check (state in ('running', 'done', 'failed', 'undone', 'final')),
    at timestamptz not null,
    -- until then what it replaced is kept; null once it is not
    undo_until timestamptz,
    undone_at timestamptz
);

create index tenant_restore_tenant on tenant_restore (tenant_id, at desc);
create index tenant_restore_undo on tenant_restore (undo_until) where undo_until is not null;
