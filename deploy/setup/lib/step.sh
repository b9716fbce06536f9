# Shows a long command as one line: its title, its duration, and its output only if it failed. Sourced.
# Set STEP_LOGS to the directory for the logs before the first step.

# step TITLE COMMAND…  runs the command without input and returns its exit code.
step() {
    local title=$1 log started=$SECONDS code=0 ticker=
    shift
    mkdir -p "$STEP_LOGS"
    log=$STEP_LOGS/$(tr -cs '[:alnum:]' '-' <<<"${title,,}" | sed 's/^-*//; s/-*$//').log

    # The ticker is the background job, not the command: so Ctrl-C reaches the command by itself.
    if [[ -t 1 ]]; then
        tick "$title" &
        ticker=$!
    else
        printf '%s …\n' "$title"
    fi
    "$@" >"$log" 2>&1 </dev/null || code=$?
    if [[ -n $ticker ]]; then
        kill "$ticker" 2>/dev/null
        wait "$ticker" 2>/dev/null
        printf '\r\e[K'
    fi

    if ((code == 0)); then
        printf '✓ %s (%d s)\n' "$title" $((SECONDS - started))
    else
        printf '✗ %s failed with code %d after %d s. Last lines of %s:\n' "$title" "$code" $((SECONDS - started)) "$log" >&2
        tail -n "${STEP_TAIL:-40}" "$log" | sed 's/^/  │ /' >&2
    fi
    return "$code"
}

tick() {
    local started=$SECONDS frame=0 frames=(⠋ ⠙ ⠹ ⠸ ⠼ ⠴ ⠦ ⠧ ⠇ ⠏)
    while kill -0 $$ 2>/dev/null; do
        printf '\r\e[K%s %s %d s' "${frames[frame++ % 10]}" "$1" $((SECONDS - started))
        sleep 0.2
    done
}
