-- What exists before the first tenant: the machine itself, what can be set, and who may act.

create table server (
    id smallint primary key,
    name text not null unique,
    created_at timestamptz not null default now()
);

insert into server (id, name) values (1, 'local');

create table setting (
    key text primary key,
    value text not null,
    updated_at timestamptz not null default now(),
    updated_by text not null
);

create table app_user (
    id uuid primary key,
    username text not null,
    password_hash text not null,
    role text not null check (role in ('viewer', 'operator', 'admin')),
    -- raised when a password, a role or the account changes: sessions and tokens made before are over
    session_epoch integer not null default 0,
    created_at timestamptz not null default now()
);

create unique index app_user_username on app_user (lower(username));

-- One row per refresh token family. A token that was already exchanged ends the family.
create table refresh_family (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    token_hash bytea not null,
    previous_hash bytea,
    rotated_at timestamptz,
    session_epoch integer not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);

create index refresh_family_user on refresh_family (user_id);
create index refresh_family_expiry on refresh_family (expires_at);
