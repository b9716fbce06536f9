-- Inserts many tenants with all their rows: numbers crowd.first to crowd.last from the session's settings. They have no live
-- slot, so they are not supervised. Run it in a database without such tenants.

create temporary table crowd as
select n, md5('crowd ' || n)::uuid as id, 'crowd-' || to_char(n, 'FM00000') as slug, 'shop-' || n || '.crowd.example' as domain,
       now() - (100000 - n) * interval '1 minute' as created_at
from generate_series(current_setting('crowd.first')::int, current_setting('crowd.last')::int) n;

insert into tenant (id, server_id, slug, name, domain, status, health, created_at, updated_at)
select id, 1, slug, 'Company ' || to_char((n * 7919) % 100000, 'FM00000') || ' Ltd', domain,
       case when n % 50 = 0 then 'failed' when n % 10 = 1 then 'stopped' when n % 25 = 2 then 'draft' else 'active' end,
       case when n % 40 = 0 then 'unhealthy' when n % 20 = 1 then 'degraded' when n % 4 = 2 then 'unknown' else 'healthy' end,
       created_at, created_at
from crowd;

insert into tenant_host (tenant_id, host, kind)
select id, domain, 'domain' from crowd
union all select id, 'www.' || domain, 'alias' from crowd
union all select id, slug || '.localhost', 'local' from crowd;

insert into port_block (server_id, first, state, tenant_id)
select 1, 20000 + 4 * n, 'leased', id from crowd;

insert into tenant_slot (tenant_id, slot, status)
select id, slot, 'stopped' from crowd, (values ('a'), ('b')) slots (slot);

insert into tenant_config (tenant_id, version, admin_email, admin_username, admin_password, env, created_by)
select id, version, 'admin@crowd.example', 'admin', 'not a secret', '{}', 'crowd' from crowd, generate_series(1, 2) version;

insert into run (id, subject_id, subject_name, server_id, kind, exclusive, status, actor, queued_at, started_at, finished_at)
select md5('deployment ' || n || ' ' || which)::uuid, id, slug, 1, 'deploy', true, case when which = 2 then 'failed' else 'succeeded' end,
       'crowd', created_at + which * interval '1 hour', created_at + which * interval '1 hour',
       created_at + which * interval '1 hour 1 minute'
from crowd, generate_series(1, 3) which;

insert into deployment (id, tenant_status_before)
select md5('deployment ' || n || ' ' || which)::uuid, 'draft' from crowd, generate_series(1, 3) which;

drop table crowd;
