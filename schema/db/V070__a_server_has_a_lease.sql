-- Which manager may touch the machine of a server, and where the others reach it. The database's clock alone decides when a
-- lease has run out. What the owner writes here is what it was started with.
alter table server
    -- the manager's process; null while no manager has the lease
    add column owner uuid,
    -- grows with each lease, and is never given twice
    add column epoch bigint not null default 0,
    add column lease_until timestamptz,
    -- the home that the owner works on, and whether it held that home's lock when it wrote this
    add column installation uuid,
    add column home_locked boolean not null default false,
    -- where other managers reach the owner, such as http://127.0.0.1:32200
    add column address text,
    add column public_scheme text check (public_scheme in ('http', 'https')),
    add column http_port integer,
    add column https_port integer,
    add column web_port integer,
    add column first_port integer,
    add column last_port integer,
    add column started_at timestamptz,
    add column version text;

-- A job belongs to a server: only the manager that holds the server's lease may pick it.
update scheduled_tasks set task_name = task_name || '@1' where task_name not like '%@%';
