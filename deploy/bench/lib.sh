# A temporary installation on its own ports, and output of figures. Sourced from the clone's root; all processes of the
# installation end with the script.

scratch=$(mktemp -d)
trap 'deploy/run/stop >/dev/null 2>&1; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export TENANTMGR_HOME=$scratch/home TENANTMGR_ADMIN_PASSWORD=measured-only
export TENANTMGR_API_PORT=${BENCH_PORT:-30400} TENANTMGR_CORE_SOURCE=$PWD/deploy/sample-app TENANTMGR_SPA=$PWD/frontend/dist
export TENANTMGR_WEB_PORT=$((TENANTMGR_API_PORT + 1)) TENANTMGR_HTTP_PORT=$((TENANTMGR_API_PORT + 2))
export TENANTMGR_HTTPS_PORT=$((TENANTMGR_API_PORT + 3)) BY_HAND_PORT=$((TENANTMGR_API_PORT + 4))
export TENANTMGR_PORT_RANGE=${BENCH_PORT_RANGE:-30000-30199}
TENANTMGR_NGINX=$(PATH=$PATH:/usr/sbin command -v nginx)
export TENANTMGR_NGINX
for part in run/lib/home run/lib/processes run/lib/command setup/lib/jdk; do
    . "deploy/$part.sh"
done
mkdir -p "$TENANTMGR_HOME"
ROUNDS=${ROUNDS:-5}
missed=0

now_ms() { echo $((${EPOCHREALTIME/./} / 1000)); }

# Starts no process, so that waiting does not affect the measurement.
listens() { { : <>"/dev/tcp/127.0.0.1/$TENANTMGR_API_PORT"; } 2>/dev/null; }

# start_manager COMMAND…  sets $manager, and $took to the milliseconds until it was ready.
start_manager() {
    local began
    began=$(now_ms)
    "$@" >>"$scratch/log" 2>&1 </dev/null &
    manager=$!
    until listens && curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:$TENANTMGR_API_PORT/q/health/ready" 2>/dev/null; do
        kill -0 "$manager" 2>/dev/null || { tail -n 30 "$scratch/log" >&2; exit 1; }
        sleep 0.02
    done
    took=$(($(now_ms) - began))
}

end_only_manager() {
    kill "$manager"
    wait "$manager" 2>/dev/null
    return 0
}

# The median of the numbers in the lines of the file $1 that begin with the word $2.
median() {
    awk -v name="$2" '$1 == name { print $2 }' "$1" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# limit TEXT VALUE LIMIT UNIT  prints whether the value is within the limit.
limit() {
    local verdict=held
    (($2 <= $3)) || verdict=MISSED missed=1
    printf '  %-46s %6d %-3s limit %6d %-3s %s\n' "$1" "$2" "$4" "$3" "$4" "$verdict"
}
