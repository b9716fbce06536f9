# Exports TENANTMGR_HOME as an absolute path without symbolic links. Sourced from the clone's root. Processes carry
# exactly this path, which distinguishes them from those of another installation.

TENANTMGR_HOME=$(realpath -m -- "${TENANTMGR_HOME:-.data}") || exit
export TENANTMGR_HOME
LAUNCHER_LOCK=$TENANTMGR_HOME/run/launcher.lock
LAUNCHER_PID=$TENANTMGR_HOME/run/launcher.pid
MANAGER_LOG=$TENANTMGR_HOME/logs/manager.log

# The start time of process $1 in clock ticks since boot: together with the pid it identifies a process. Fails for an
# ended process, even if its exit code was not collected yet.
started_at() {
    local stat
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    set -- ${stat##*) }
    [[ $1 != Z ]] && printf '%s\n' "${20}"
}

# The pid of the running launcher of this home, if any.
launcher_process() {
    local pid start
    { read -r pid start <"$LAUNCHER_PID"; } 2>/dev/null && [[ $(started_at "$pid") == "$start" ]] && echo "$pid"
}

# The command that stops it, including the home unless it is the default.
stop_command() {
    [[ $TENANTMGR_HOME == "$PWD/.data" ]] || printf 'TENANTMGR_HOME=%q ' "$TENANTMGR_HOME"
    echo 'make stop'
}
