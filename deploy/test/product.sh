# A product shared by suites, started as a user would start it. Sourced from the clone's root.
#
# start_product exports BASE_URL and ADMIN_PASSWORD, TENANTMGR_HOME with its ports, and DATABASE_URL, an empty database of its
# server. Home and ports are separate, so another running product is not affected. end_product stops all its processes.

product_home='' product_launcher=''

start_product() {
    local port tenants log server
    # A short path, because it is part of NGINX's configuration.
    product_home=$(mktemp -d "${TMPDIR:-/tmp}/tm-test.XXXXXX") || return
    log=$product_home.log
    port=$((7000 + RANDOM % 100 * 10)) tenants=$((28000 + RANDOM % 10 * 200))
    unset TENANTMGR_ADMIN_PASSWORD
    export TENANTMGR_HOME=$product_home TENANTMGR_API_PORT=$port TENANTMGR_WEB_PORT=$((port + 1)) \
        TENANTMGR_HTTP_PORT=$((port + 2)) TENANTMGR_HTTPS_PORT=$((port + 3)) TENANTMGR_PORT_RANGE=$tenants-$((tenants + 199))
    setsid -- deploy/run/run >"$log" 2>&1 </dev/null &
    product_launcher=$!
    until grep -q 'to stop ' "$log"; do
        if ! kill -0 "$product_launcher" 2>/dev/null; then
            echo 'The product did not start:' >&2
            cat "$log" >&2
            return 1
        fi
        sleep 0.5
    done
    export BASE_URL=http://127.0.0.1:$TENANTMGR_WEB_PORT ADMIN_PASSWORD
    ADMIN_PASSWORD=$(<"$TENANTMGR_HOME/admin-password")
    server=postgresql://tenantmgr:$(<"$TENANTMGR_HOME/pg/password")@127.0.0.1:$(<"$TENANTMGR_HOME/pg/port")
    psql -q "$server/postgres" -c 'create database scratch' || return
    export DATABASE_URL=$server/scratch
}

end_product() {
    [[ -n $product_home ]] || return 0
    kill -TERM "$product_launcher" 2>/dev/null
    wait "$product_launcher" 2>/dev/null
    TENANTMGR_HOME=$product_home deploy/run/stop >/dev/null
    rm -rf "$product_home" "$product_home.log"
    product_home='' product_launcher=''
}
