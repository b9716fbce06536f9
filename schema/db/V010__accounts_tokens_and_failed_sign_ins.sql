-- What an account has beside its password, what programs sign in with, and who has tried in vain.

alter table app_user add column disabled boolean not null default false;
alter table app_user add column last_sign_in_at timestamptz;

create table api_token (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    name text not null,
    role text not null check (role in ('viewer', 'operator', 'admin')),
    -- the only tenants that exist for it, ids with commas between; null when all do
    tenants text,
    token_hash bytea not null unique,
    -- of its maker, when it was made
    session_epoch integer not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    created_at timestamptz not null
);

create index api_token_user on api_token (user_id);

-- Failed sign-ins in a row: of an account from an address, and with an empty account of the address as a whole. An account is
-- named by a hash, since people type their password into the wrong field.
create table sign_in_failure (
    address text not null,
    account text not null,
    failures integer not null,
    last_at timestamptz not null,
    free_at timestamptz not null,
    primary key (address, account)
);

create index sign_in_failure_age on sign_in_failure (last_at);
