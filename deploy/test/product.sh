# A product shared by suites, started as a user would start it. Sourced from the clone's root.
#
# start_product exports BASE_URL and ADMIN_PASSWORD, TENANTMGR_HOME with its ports, and DATABASE_URL, an empty database of its
# server. end_product stops all its processes.
. deploy/run/lib/scratch.sh

start_product() {
    local server
    start_scratch || return
    export BASE_URL=http://127.0.0.1:$TENANTMGR_WEB_PORT ADMIN_PASSWORD
    ADMIN_PASSWORD=$(<"$TENANTMGR_HOME/admin-password")
    server=postgresql://tenantmgr:$(<"$TENANTMGR_HOME/pg/password")@127.0.0.1:$(<"$TENANTMGR_HOME/pg/port")
    psql -q "$server/postgres" -c 'create database scratch' || return
    export DATABASE_URL=$server/scratch
}

end_product() {
    end_scratch
}
