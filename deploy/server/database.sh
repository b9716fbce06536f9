# The manager's database on this machine's PostgreSQL; those of tenants are made there by the manager. Sourced by install.sh.

as_postgres() {
    runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 "$@" 8>&-
}

# Sets database_url. Not where the environment file names a server already: that may be another one.
own_database() {
    local password port
    database_url=$(setting TENANTMGR_DATABASE_URL '')
    [[ -z $database_url ]] || return 0
    systemctl --quiet enable --now postgresql.service
    local tries
    for ((tries = 0; tries < 150; tries++)); do
        as_postgres -d postgres -c 'select 1' >/dev/null 2>&1 && break
        sleep 0.2
    done
    password=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')
    port=$(as_postgres -d postgres -Atc 'show port') || fail 'PostgreSQL does not answer.'
    as_postgres -d postgres -v "password=$password" <<'SQL'
select not exists (select from pg_roles where rolname = 'tenantmgr') as no_role,
       not exists (select from pg_database where datname = 'tenantmgr') as no_database \gset
\if :no_role
create role tenantmgr;
\endif
alter role tenantmgr login superuser password :'password';
\if :no_database
create database tenantmgr owner tenantmgr template template0 encoding 'UTF8';
\endif
revoke connect, temporary on database postgres, template1, tenantmgr from public;
SQL
    database_url=postgresql://tenantmgr:$password@127.0.0.1:$port/tenantmgr
    did "Made the role and the database tenantmgr on PostgreSQL, port $port"
}

# Only databases and roles that the manager has made: all of them begin with tm_ and belong to a role of that name or of it.
purge_databases() {
    [[ $(setting TENANTMGR_DATABASE_URL '') == *@127.0.0.1:* ]] || { say 'The databases of another server stay.'; return; }
    systemctl is-active --quiet postgresql.service || return 0
    as_postgres -d postgres -At <<'SQL'
select format('drop database %I with (force)', d.datname) from pg_database d join pg_roles r on r.oid = d.datdba
where d.datname ~ '^tm_[a-z0-9_]+$' and r.rolname ~ '^tm_' \gexec
select format('drop role %I', rolname) from pg_roles where rolname ~ '^tm_[a-z0-9_]+$' \gexec
drop database if exists tenantmgr with (force);
drop role if exists tenantmgr;
SQL
    did 'Removed the databases and roles of the manager and of all tenants'
}
