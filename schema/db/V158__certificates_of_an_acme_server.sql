-- Certificates come from the internal authority, from an ACME server, or from their owner. A site can have two: the one that
-- visitors trust, and one of the internal authority for the names that do not point here yet.

alter table certificate add column origin text not null default 'internal' check (origin in ('internal', 'acme', 'own'));
-- the ACME directory that issued it
alter table certificate add column directory text;
-- when it is due: what the authority asks for, or two thirds of its lifetime
alter table certificate add column renew_at timestamptz;

alter table site_certificate add column fallback_id text references certificate on delete set null;

-- What is known of a tenant's certificates beside those it has. A tenant without a row was not looked at yet.
create table tenant_certificate (
    tenant_id uuid primary key references tenant on delete cascade,
    -- own: its owner uploaded one, and none is issued until that is taken back
    mode text not null default 'automatic' check (mode in ('automatic', 'own')),
    -- the order under way: a later manager goes on with it instead of making another
    order_url text,
    order_directory text,
    order_names text[],
    -- the names for which the staging directory has issued
    staged_names text[],
    failures integer not null default 0,
    failure text,
    failed_at timestamptz,
    -- not before this time is the authority asked again
    attempt_at timestamptz,
    -- the authority itself asked to wait until then
    held_until timestamptz,
    -- the run by which somebody asked for a new one
    asked_run uuid,
    -- what name servers said, as JSON
    dns text,
    dns_at timestamptz,
    -- what NGINX was found to serve
    served_serial text,
    served_at timestamptz,
    -- when it is looked at again
    look_at timestamptz
);

create index tenant_certificate_look on tenant_certificate (look_at);
