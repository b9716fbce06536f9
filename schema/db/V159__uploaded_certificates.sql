-- A certificate that its owner has uploaded, until the manager of the tenant's server has stored it as files. The key is encrypted.
create table certificate_upload (
    tenant_id uuid primary key references tenant on delete cascade,
    chain text not null,
    secret text not null,
    uploaded_at timestamptz not null
);
