-- Who changed what, from where. Belongs to no tenant's row: it stays when the tenant is gone.

create table audit_entry (
    id uuid primary key,
    at timestamptz not null,
    actor text not null,
    role text not null,
    address text,
    request_id text,
    action text not null,
    subject text not null,
    tenant_id uuid,
    state_before text not null,
    state_after text not null
);

create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_tenant on audit_entry (tenant_id, at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc, id desc);
create index audit_entry_action on audit_entry (action, at desc, id desc);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is never changed';
end $$;

create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();
