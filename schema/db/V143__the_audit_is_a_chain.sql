-- Made by the manager with a key that is not in the database; null for entries of before.
alter table audit_entry add column mac text;

-- The entries in the order in which they were sealed. Each hash covers its entry and the hash before it, so that no entry can be
-- changed, removed or put between without all later hashes being different.
create table audit_seal (
    number bigint primary key,
    entry_id uuid not null unique,
    hash bytea not null,
    mac text not null
);

create trigger audit_seal_is_final before update or delete or truncate on audit_seal
    for each statement execute function audit_entry_is_final();
