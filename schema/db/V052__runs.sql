-- A run is one execution of a list of steps, with lease, progress and log. Deployments were the first kind; what is common to all
-- kinds moves into run, and deployment keeps what only a change of a tenant's release or names has. Ids stay the same.

create table run (
    id uuid primary key,
    kind text not null,
    server_id smallint not null references server,
    -- what the run acts on, usually a tenant; it may be gone, and its runs are still found by its name
    subject_id uuid,
    subject_name text,
    -- at most one exclusive run of a subject is active
    exclusive boolean not null,
    status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    -- raised by each takeover; a write with an older epoch changes nothing
    epoch bigint not null default 0,
    current_step text,
    progress_percent integer not null default 0,
    revision bigint not null default 0,
    cancel_requested boolean not null default false,
    actor text not null,
    reason text,
    failure text,
    queued_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);

insert into run (id, kind, server_id, subject_id, subject_name, exclusive, status, epoch, current_step, progress_percent, revision,
                 cancel_requested, actor, reason, failure, queued_at, started_at, finished_at)
select id, kind, server_id, tenant_id, tenant_slug, true, status, epoch, current_step, progress_percent, revision,
       cancel_requested, actor, reason, failure, queued_at, started_at, finished_at
from deployment;

create unique index run_one_exclusive on run (subject_id) where exclusive and status in ('queued', 'running');
create index run_subject on run (subject_id, queued_at desc, id desc);
create index run_subject_name on run (subject_name, queued_at desc);
create index run_queued on run (queued_at desc, id desc);
create index run_status on run (status, queued_at desc);
create index run_kind on run (kind, queued_at desc);
-- what a tenant can roll back to is read for each of them when releases are pruned
create index run_rollback_target on run (subject_id, queued_at desc)
    where status = 'succeeded' and kind in ('deploy', 'rollback');

alter table deployment_step rename to run_step;
alter table run_step rename column deployment_id to run_id;
alter table run_step drop constraint deployment_step_deployment_id_fkey;
alter table run_step add foreign key (run_id) references run on delete cascade;

alter table deployment_log rename to run_log;
alter table run_log rename column deployment_id to run_id;
alter table run_log drop constraint deployment_log_deployment_id_fkey;
alter table run_log add foreign key (run_id) references run on delete cascade;

alter table deployment
    drop column tenant_id,
    drop column tenant_slug,
    drop column server_id,
    drop column kind,
    drop column status,
    drop column epoch,
    drop column current_step,
    drop column progress_percent,
    drop column revision,
    drop column cancel_requested,
    drop column actor,
    drop column reason,
    drop column failure,
    drop column queued_at,
    drop column started_at,
    drop column finished_at;
alter table deployment add foreign key (id) references run on delete cascade;
-- the requested state of the tenant, as JSON, for a change of its host names
alter table deployment add column change text;

update scheduled_tasks set task_name = 'run' where task_name = 'deployment';
