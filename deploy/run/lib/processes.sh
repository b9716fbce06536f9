# Finds the processes of this TENANTMGR_HOME, and no others, and ends them. Sourced after home.sh.
#
# manager    its environment has TENANTMGR_HOME=<home>, its command line names the application's jar
# tenants    their environment has TENANTMGR_OWNER=<home>: services, builds, migrations, and their children
# NGINX      overwrites its environment: its command line or its open files are under <home>/nginx/
# PostgreSQL overwrites its environment too: its working directory is under <home>/pg/
#
# The launcher calls this from a trap, where a bare `return` returns the status from before the trap: so `return 0`.

# Processes whose environment holds exactly the entry $1.
with_environment() {
    grep -lzxFs -- "$1" /proc/[0-9]*/environ | cut -d/ -f3
}

# "pid target" of the link $1 (exe or cwd) of every accessible process.
links() {
    find /proc/[0-9]*/"$1" -maxdepth 0 -printf '%h %l\n' 2>/dev/null | cut -c7-
}

manager_processes() {
    local pid
    for pid in $(with_environment "TENANTMGR_HOME=$TENANTMGR_HOME"); do
        grep -qzE '(^|/)(quarkus-run|tenantmgr-dev)\.jar$' "/proc/$pid/cmdline" 2>/dev/null && echo "$pid"
    done
}

nginx_processes() {
    local pid executable
    while read -r pid executable; do
        [[ ${executable% (deleted)} == */nginx ]] || continue
        { tr '\0' ' ' <"/proc/$pid/cmdline"; readlink "/proc/$pid"/fd/*; } 2>/dev/null \
            | grep -qF -- "$TENANTMGR_HOME/nginx/" && echo "$pid"
    done < <(links exe)
}

postgresql_processes() {
    local pid directory executable
    while read -r pid directory; do
        [[ $directory == "$TENANTMGR_HOME"/pg/* ]] || continue
        executable=$(readlink "/proc/$pid/exe") && [[ ${executable% (deleted)} == */postgres ]] && echo "$pid"
    done < <(links cwd)
}

# Marked processes other than NGINX and PostgreSQL, which end after their clients.
tenant_processes() {
    local marked
    marked=$(with_environment "TENANTMGR_OWNER=$TENANTMGR_HOME")
    [[ -n $marked ]] && comm -23 <(sort <<<"$marked") <({ nginx_processes; postgresql_processes; } | sort)
}

# The given processes whose parent is not among them.
masters() {
    local pid all=" $* " parent
    for pid; do
        parent=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status" 2>/dev/null)
        [[ -n $parent && $all != *" $parent "* ]] && echo "$pid"
    done
}

# gone_within SECONDS FINDER  waits until FINDER finds nothing.
gone_within() {
    local deadline=$((SECONDS + $1))
    while [[ -n $("$2") ]]; do
        ((SECONDS < deadline)) || return 1
        sleep 0.1
    done
}

# Also continues processes stopped with SIGSTOP, which could not handle the signal otherwise.
signal() {
    local name=$1
    shift
    (($#)) && kill "-$name" "$@" 2>/dev/null && kill -CONT "$@" 2>/dev/null
    return 0
}

count() {
    local plural=$3
    (($1 == 1)) && plural=$2
    printf '%d %s' "$1" "$plural"
}

end_manager() {
    local found
    found=$(manager_processes)
    [[ -n $found ]] || return 0
    echo 'Stopping the manager …'
    signal TERM $found
    gone_within 10 manager_processes && return 0
    echo 'The manager did not stop within 10 s: killing it.'
    signal KILL $(manager_processes)
    gone_within 5 manager_processes
}

# A service may start another one while it stops, so the search is repeated until it finds nothing.
end_tenants() {
    local found
    found=$(tenant_processes)
    [[ -n $found ]] || return 0
    echo "Stopping the tenants ($(count "$(wc -w <<<"$found")" process processes)) …"
    signal TERM $found
    gone_within 10 tenant_processes && return 0
    echo "Killing processes that did not stop within 10 s: $(tenant_processes | xargs)"
    local round
    for round in {1..50}; do
        signal KILL $(tenant_processes)
        gone_within 1 tenant_processes && return 0
    done
    return 1
}

end_nginx() {
    local found
    found=$(nginx_processes)
    [[ -n $found ]] || return 0
    echo 'Stopping NGINX …'
    signal QUIT $(masters $found)
    gone_within 3 nginx_processes && return 0
    signal TERM $(nginx_processes)
    gone_within 5 nginx_processes && return 0
    echo 'NGINX did not stop: killing it.'
    signal KILL $(nginx_processes)
    gone_within 5 nginx_processes
}

end_postgresql() {
    local found
    found=$(postgresql_processes)
    [[ -n $found ]] || return 0
    echo 'Stopping PostgreSQL …'
    signal INT $(masters $found)
    gone_within 30 postgresql_processes && return 0
    echo 'PostgreSQL did not stop within 30 s: killing it. It recovers from its write-ahead log at the next start.'
    signal KILL $(postgresql_processes)
    gone_within 5 postgresql_processes
}

# Ends all processes of this home, clients before servers, and reports leftovers.
end_everything() {
    end_manager
    end_tenants
    end_nginx
    end_postgresql
    local left
    left=$({ manager_processes; tenant_processes; nginx_processes; postgresql_processes; } | xargs)
    [[ -z $left ]] && return 0
    echo "Still running: $left" >&2
    return 1
}
