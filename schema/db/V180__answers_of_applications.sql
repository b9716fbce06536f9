-- What tenants' applications answered last to their manager: the last good value, and the failure since, if there is one.
create table remote_answer (
    tenant_id uuid not null references tenant on delete cascade,
    kind text not null check (kind in ('stats', 'persons')),
    -- a JSON object, or a number; at most 64 KiB came
    value text,
    answered_at timestamptz,
    failure_code text,
    failure_title text,
    failure_detail text,
    failed_at timestamptz,
    primary key (tenant_id, kind),
    check ((value is null) = (answered_at is null)),
    check ((failure_code is null) = (failed_at is null))
);
