-- Proofs of backups, and whose backups are trusted beside this installation's own. A proof outlives its backup: it is evidence.

create table backup_proof (
    run_id uuid primary key,
    backup_id uuid not null,
    tenant_id uuid not null,
    requested_at timestamptz not null,
    -- null while its run is active
    verdict text check (verdict in ('proven', 'failed', 'untried')),
    level text check (level in ('L0', 'L1', 'L2', 'L3')),
    at timestamptz,
    restore_ms bigint,
    reason text,
    -- exactly the signed text
    evidence text,
    signature text,
    signer text
);

create index backup_proof_backup on backup_proof (backup_id, requested_at desc);
create index backup_proof_tenant on backup_proof (tenant_id, requested_at desc);

create table backup_signer (
    id uuid primary key,
    name text not null,
    public_key text not null,
    added_at timestamptz not null,
    added_by text not null
);

create unique index backup_signer_key on backup_signer (public_key);
