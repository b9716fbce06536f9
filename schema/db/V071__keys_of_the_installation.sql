-- By what the key files of this database's installation are known. A manager whose files hold other keys does not start.
create table installation_key (
    name text primary key,
    -- a hash from which the key cannot be found
    fingerprint text not null,
    updated_at timestamptz not null default now()
);
