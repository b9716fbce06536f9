-- What users note about a tenant: its time zone, labels that group tenants, and a free text.
alter table tenant add column time_zone text;
alter table tenant add column labels text[] not null default '{}';
alter table tenant add column notes text;

create index tenant_label on tenant using gin (labels);

-- "Failed first": what needs somebody comes before what does not, each by name.
create index tenant_attention on tenant (
    (case when status = 'failed' or health = 'unhealthy' then 0 when health = 'degraded' then 1 else 2 end),
    lower(name), id);
