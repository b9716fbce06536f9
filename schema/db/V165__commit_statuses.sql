-- The state of deployments as a status of their commit at the forge.
alter table tenant_webhook add column commit_status boolean not null default false;
-- where people open this product; statuses link to its pages
alter table tenant_webhook add column page_address text;

-- The newest state of a deployment, and whether the forge has it.
create table commit_status (
    deployment_id uuid primary key,
    tenant_id uuid not null references tenant on delete cascade,
    commit text not null,
    state text not null check (state in ('pending', 'success', 'failure')),
    description text not null,
    at timestamptz not null,
    result text not null check (result in ('waiting', 'sent', 'failed')),
    tries integer not null default 0,
    due_at timestamptz not null,
    -- why the last try failed
    detail text
);

create index commit_status_due on commit_status (due_at) where result = 'waiting';
create index commit_status_newest on commit_status (tenant_id, at desc);
