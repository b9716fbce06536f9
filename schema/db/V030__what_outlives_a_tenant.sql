-- A tenant's deployments are its history: the one that deletes it, too. They stay when the tenant is gone, by its id and slug.

alter table deployment drop constraint deployment_tenant_id_fkey;
alter table deployment add column tenant_slug text;
update deployment d set tenant_slug = t.slug from tenant t where t.id = d.tenant_id;
alter table deployment alter column tenant_slug set not null;
create index deployment_slug on deployment (tenant_slug, queued_at desc);

-- What was ordered beside a ref: the deployment to go back to, and what a delete takes with it.
alter table deployment add column target_id uuid references deployment;
alter table deployment add column remove_files boolean not null default false;
alter table deployment add column remove_database boolean not null default false;

-- What tenants could go back to is looked up for each of them when releases are pruned.
create index deployment_succeeded on deployment (tenant_id, queued_at desc)
    where status = 'succeeded' and kind in ('deploy', 'rollback');
