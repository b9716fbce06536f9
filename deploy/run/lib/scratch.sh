# A separate product with a temporary home and ports of its own, beside any other. Sourced from the clone's root.
#
# start_scratch exports TENANTMGR_HOME and the ports and waits until the launcher is done; end_scratch stops all its processes
# and deletes the home.

scratch_home='' scratch_launcher=''

# Whether no program listens on port $1.
port_is_free() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# The first of four free ports below the kernel's ephemeral ones.
four_free_ports() {
    local first port
    for _ in {1..50}; do
        first=$((7000 + RANDOM % 100 * 10))
        for port in {0..3}; do
            port_is_free $((first + port)) || continue 2
        done
        echo "$first" && return
    done
    echo 'No four free ports between 7000 and 8000.' >&2
    return 1
}

start_scratch() {
    local port tenants log
    port=$(four_free_ports) || return
    # A short path, because it is part of NGINX's configuration.
    scratch_home=$(mktemp -d "${TMPDIR:-/tmp}/tm-test.XXXXXX") || return
    log=$scratch_home.log
    tenants=$((28000 + RANDOM % 10 * 200))
    unset TENANTMGR_ADMIN_PASSWORD
    export TENANTMGR_HOME=$scratch_home TENANTMGR_API_PORT=$port TENANTMGR_WEB_PORT=$((port + 1)) \
        TENANTMGR_HTTP_PORT=$((port + 2)) TENANTMGR_HTTPS_PORT=$((port + 3)) TENANTMGR_PORT_RANGE=$tenants-$((tenants + 199))
    setsid -- deploy/run/run >"$log" 2>&1 </dev/null &
    scratch_launcher=$!
    until grep -q 'to stop ' "$log"; do
        if ! kill -0 "$scratch_launcher" 2>/dev/null; then
            echo 'The product did not start:' >&2
            cat "$log" >&2
            return 1
        fi
        sleep 0.5
    done
}

end_scratch() {
    [[ -n $scratch_home ]] || return 0
    kill -TERM "$scratch_launcher" 2>/dev/null
    wait "$scratch_launcher" 2>/dev/null
    TENANTMGR_HOME=$scratch_home deploy/run/stop >/dev/null
    rm -rf "$scratch_home" "$scratch_home.log"
    scratch_home='' scratch_launcher=''
}
