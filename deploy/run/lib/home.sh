# Which installation this is about: exports TENANTMGR_HOME as an absolute path without symbolic links. Sourced from the
# clone's root. Processes carry exactly this path, and it is how they are told from those of another installation.

TENANTMGR_HOME=$(realpath -m -- "${TENANTMGR_HOME:-.data}") || exit
export TENANTMGR_HOME
LAUNCHER_LOCK=$TENANTMGR_HOME/run/launcher.lock
LAUNCHER_PID=$TENANTMGR_HOME/run/launcher.pid
MANAGER_LOG=$TENANTMGR_HOME/logs/manager.log

# The start time of process $1 in clock ticks since boot: with it a pid names one process and not its successor. Fails for
# a process that has ended, even when nobody has asked for its exit code yet.
started_at() {
    local stat
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    set -- ${stat##*) }
    [[ $1 != Z ]] && printf '%s\n' "${20}"
}

# The pid of the launcher that runs on this home, if one does.
launcher_process() {
    local pid start
    { read -r pid start <"$LAUNCHER_PID"; } 2>/dev/null && [[ $(started_at "$pid") == "$start" ]] && echo "$pid"
}

# What to type to end it: the home is part of it when it is not the usual one.
stop_command() {
    [[ $TENANTMGR_HOME == "$PWD/.data" ]] || printf 'TENANTMGR_HOME=%q ' "$TENANTMGR_HOME"
    echo 'make stop'
}
