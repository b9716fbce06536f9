#!/usr/bin/env bash
# Installs, upgrades and removes Tenant Manager on a server, from a release archive. See README.md beside it.
#
#   install.sh             installs this release, or upgrades to it; tenants go on answering. Run again, it changes nothing
#   install.sh rollback    goes back to the release before
#   install.sh uninstall   ends everything and removes the program; tenants' files and databases stay
#   install.sh uninstall --purge   removes these too
#   install.sh status      the releases, and what runs
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
export LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 022

USER_NAME=tenantmgr
HOME_DIRECTORY=/var/lib/tenantmgr
PROGRAMS=/opt/tenantmgr
CONFIGURATION=/etc/tenantmgr
ENVIRONMENT=$CONFIGURATION/tenantmgr.env
UNITS=(tenantmgr-nginx tenantmgr-api tenantmgr-frontend)

say() { printf '%s\n' "$*"; }
did() { printf '✓ %s\n' "$*"; }
fail() {
    printf '✗ %s\n' "$*" >&2
    exit 1
}

for part in machine database release units; do
    . "$here/server/$part.sh"
done

install_release() {
    need_release
    need_machine
    system_packages
    need_free_ports
    owner_and_directories
    own_database
    environment_file
    copy_release
    activate "$(<"$here/VERSION")"
    say
    say "Tenant Manager $(<"$here/VERSION") runs."
    say "  its pages      http://$(setting TENANTMGR_WEB_LISTEN 127.0.0.1):$(setting TENANTMGR_WEB_PORT 32201)"
    say "                 from your own machine: ssh -L 32201:127.0.0.1:$(setting TENANTMGR_WEB_PORT 32201) $(hostname)"
    say "  sign in as     admin, with the password in $HOME_DIRECTORY/admin-password"
    say "  its settings   $ENVIRONMENT, then: systemctl restart tenantmgr-api && systemctl reload tenantmgr-frontend"
    say "  its log        journalctl -u tenantmgr-api"
}

rollback() {
    local before
    before=$(release_of previous) || fail 'There is no release before this one.'
    activate "$before"
    did "Tenant Manager $before runs again"
}

uninstall() {
    end_everything
    [[ ${1-} != --purge ]] || purge_databases
    remove_units
    rm -rf "$PROGRAMS" /usr/lib/tenantmgr /usr/local/sbin/tenantmgr
    did "Removed $PROGRAMS"
    if [[ ${1-} != --purge ]]; then
        say "Kept: $HOME_DIRECTORY, $CONFIGURATION and the databases. To remove these too: install.sh uninstall --purge"
        return
    fi
    # with the directories that systemd keeps for users of tenants
    rm -rf "$HOME_DIRECTORY" "$CONFIGURATION" /var/{lib,cache}/{,private/}tenantmgr-*
    userdel "$USER_NAME" 2>/dev/null || true
    did "Removed $HOME_DIRECTORY, $CONFIGURATION and the user $USER_NAME. Packages stay installed"
}

status() {
    say "release   $(release_of current || echo none)"
    say "before    $(release_of previous || echo none)"
    local unit
    for unit in "${UNITS[@]}"; do
        say "$unit   $(systemctl is-active "$unit.service" || true)"
    done
}

((EUID == 0)) || fail 'Run this as root.'
exec 8>/run/lock/tenantmgr-install
flock -n 8 || fail 'Another install.sh is running.'
case ${1-} in
    '') install_release ;;
    rollback) rollback ;;
    uninstall) uninstall "${2-}" ;;
    status) status ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 64
        ;;
esac
