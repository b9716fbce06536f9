# Units of systemd and the rights of the manager. Sourced by install.sh.

SYSTEM_UNITS=/etc/systemd/system
RULES=/etc/polkit-1/rules.d
LIBRARY=/usr/lib/tenantmgr

# rendered RELEASE  writes to $rendered what the release has: the units of the manager, and, if there are any, those of tenants with
# the programs that they run.
rendered() {
    rendered=$(mktemp -d)
    mkdir "$rendered/system"
    cp "$1"/systemd/tenantmgr-*.service "$rendered/system/"
    if [[ -x $1/systemd/units ]]; then
        LIBRARY=$LIBRARY "$1/systemd/units" "$HOME_DIRECTORY" "$USER_NAME" "$rendered"
    fi
    cp "$1/systemd/tenantmgr-nginx.rules" "$rendered/49-tenantmgr-nginx.rules"
}

units_are_as_in() {
    local rendered code=0
    rendered "$PROGRAMS/$1"
    (cd "$rendered/system" && for unit in *; do cmp -s "$unit" "$SYSTEM_UNITS/$unit" || exit 1; done) || code=1
    rm -rf "$rendered"
    return "$code"
}

# Units that only another release had go. One that runs goes on until it ends, but not the table of closed ports: nobody would keep it.
write_units() {
    local rendered unit program
    rendered "$1"
    for unit in "$SYSTEM_UNITS"/tenantmgr-*.service; do
        [[ ! -e $rendered/system/$(basename "$unit") && -e $unit ]] || continue
        [[ $unit != */tenantmgr-loopback.service ]] || systemctl --quiet disable --now tenantmgr-loopback.service
        rm -f "$unit"
    done
    install -m 0644 "$rendered"/system/*.service "$SYSTEM_UNITS/"
    install -d -m 0755 "$RULES"
    rm -f "$RULES"/*-tenantmgr*.rules
    install -m 0644 "$rendered"/*.rules "$RULES/"
    for program in "$rendered"/*; do
        [[ ! -f $program || ! -x $program ]] || install -D -m 0755 "$program" "$LIBRARY/$(basename "$program")"
    done
    ln -sfn "$PROGRAMS/current/bin/tenantmgr" /usr/local/sbin/tenantmgr
    rm -rf "$rendered"
    systemctl daemon-reload
}

# The loopback ports of tenants, closed to each other. Not by a release that does not know it.
close_ports() {
    [[ -e $SYSTEM_UNITS/tenantmgr-loopback.service ]] || return 0
    systemctl --quiet enable tenantmgr-loopback.service
    systemctl reload-or-restart tenantmgr-loopback.service || true
    [[ -e /run/tenantmgr-loopback/closed ]] && did 'Closed the loopback ports of each tenant to the others' \
        || say '! This kernel has no nftables: programs of a tenant can reach the loopback ports of others'
}

# The pages follow the release, without a closed connection; the manager has written what they serve.
start_pages() {
    systemctl reload-or-restart tenantmgr-frontend.service
}

# Services of tenants run in units of their own, or beside the manager as its user.
end_everything() {
    systemctl stop tenantmgr-frontend.service tenantmgr-api.service 2>/dev/null || true
    systemctl stop 'tenantmgr-*@*.service' tenantmgr-nginx.service tenantmgr-loopback.service 2>/dev/null || true
    if getent passwd "$USER_NAME" >/dev/null; then
        pkill -TERM -u "$USER_NAME" || true
        local tries
        for ((tries = 0; tries < 100; tries++)); do
            pgrep -u "$USER_NAME" >/dev/null || break
            sleep 0.1
        done
        pkill -KILL -u "$USER_NAME" || true
    fi
    did 'Ended the manager, NGINX and all tenants'
}

remove_units() {
    systemctl --quiet disable "${UNITS[@]/%/.service}" tenantmgr-loopback.service 2>/dev/null || true
    rm -rf "$SYSTEM_UNITS"/tenantmgr-*.service "$RULES"/*-tenantmgr*.rules /run/systemd/system.control/tenantmgr-*
    systemctl daemon-reload
    systemctl reset-failed 'tenantmgr-*' 2>/dev/null || true
    did 'Removed the units and the rules of polkit'
}
