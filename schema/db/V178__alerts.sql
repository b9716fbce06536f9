-- Who is told of what: channels, rules, the alerts that are open or were, and what was sent about them.

create table alert_channel (
    id uuid primary key,
    name text not null constraint alert_channel_name_key unique,
    kind text not null check (kind in ('email', 'webhook', 'slack')),
    enabled boolean not null,
    -- e-mail addresses, or the address of a webhook; null for Slack, whose address is the secret
    target text,
    -- encrypted: what signs a webhook's requests, or Slack's address
    secret text,
    created_at timestamptz not null,
    created_by text not null
);

create table alert_rule (
    id uuid primary key,
    name text not null constraint alert_rule_name_key unique,
    enabled boolean not null,
    -- empty: every kind
    kinds text[] not null,
    least_severity text not null check (least_severity in ('warning', 'critical')),
    -- empty: every tenant and the machine; otherwise tenants with at least one of these labels
    labels text[] not null,
    -- one tenant; null for all
    tenant_id uuid references tenant on delete cascade,
    -- ids of channels; one that is removed leaves the rules
    channels text[] not null,
    -- something that is over within this time is not told
    delay_seconds integer not null,
    quiet_from text,
    quiet_to text,
    quiet_zone text,
    -- whether quiet hours hold critical alerts too
    quiet_critical boolean not null,
    created_at timestamptz not null,
    created_by text not null
);

create table alert (
    id uuid primary key,
    server_id smallint not null references server,
    -- what it is about: at most one open alert of each
    key text not null,
    kind text not null,
    severity text not null check (severity in ('warning', 'critical')),
    tenant_id uuid references tenant on delete set null,
    -- stays when the tenant is deleted
    tenant_slug text,
    title text not null,
    detail text not null,
    -- when the trouble began, and when it was first seen here
    began_at timestamptz not null,
    opened_at timestamptz not null,
    ended_at timestamptz,
    -- the alert of a mass failure that speaks for this one
    folded_into uuid references alert on delete set null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    snoozed_until timestamptz
);

create unique index alert_open on alert (server_id, key) where ended_at is null;
create index alert_newest on alert (opened_at desc, id desc);
create index alert_tenant on alert (tenant_id, opened_at desc);
create index alert_folded on alert (folded_into) where folded_into is not null;

-- One row for each message: at most one of each phase for an alert and a channel.
create table alert_delivery (
    id uuid primary key,
    alert_id uuid references alert on delete cascade,
    channel_id uuid not null references alert_channel on delete cascade,
    rule_id uuid references alert_rule on delete set null,
    phase text not null check (phase in ('opened', 'reminder', 'over', 'test')),
    state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
    created_at timestamptz not null,
    -- moved on while a manager tries: another one takes it over after that
    due_at timestamptz not null,
    tries integer not null default 0,
    ended_at timestamptz,
    -- why the last try failed, or why it was dropped
    detail text,
    constraint alert_delivery_once unique (alert_id, channel_id, phase)
);

create index alert_delivery_due on alert_delivery (due_at) where state = 'waiting';
create index alert_delivery_newest on alert_delivery (channel_id, created_at desc);
