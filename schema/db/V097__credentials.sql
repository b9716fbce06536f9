-- Credentials for git repositories. The secret is encrypted; a tenant's source names a credential, so it cannot be removed then.

create table credential (
    id uuid primary key,
    name text not null unique,
    kind text not null check (kind in ('deploy-key', 'access-token')),
    host text not null,
    port integer check (port between 1 and 65535),
    path_prefix text not null,
    username text,
    secret text not null,
    public_key text,
    -- host keys of the git server as the first connection has shown them, in the format of known_hosts
    known_hosts text,
    created_at timestamptz not null,
    created_by text not null
);

alter table tenant add column source_credential text references credential (name);
create index tenant_source_credential on tenant (source_credential);

-- with which a release is fetched again; no reference, because a release outlives a credential
alter table release add column source_credential text;
