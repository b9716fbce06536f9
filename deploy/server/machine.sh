# The machine: its system, packages, ports and user. Sourced by install.sh.

PACKAGES=(ca-certificates curl git iproute2 nftables nginx openssh-client polkitd postgresql procps util-linux)

need_machine() {
    [[ -d /run/systemd/system ]] || fail 'This machine does not run systemd.'
    [[ $(uname -m) == "$(<"$here/ARCHITECTURE")" ]] \
        || fail "This release is for $(<"$here/ARCHITECTURE"); this machine is $(uname -m)."
    local ID='' VERSION_ID='' PRETTY_NAME=''
    . /etc/os-release
    [[ $ID-$VERSION_ID == debian-12 ]] || say "! This is ${PRETTY_NAME:-an unknown system}. Only Debian 12 was tried."
    command -v apt-get >/dev/null || fail "There is no apt-get. Install the counterparts of: ${PACKAGES[*]}"
}

# An NGINX that this installs must not take port 80; one that was there before is the owner's.
system_packages() {
    local package missing=() new_nginx=
    for package in "${PACKAGES[@]}"; do
        [[ $(dpkg-query -Wf '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        did 'All packages are installed'
        return
    fi
    [[ " ${missing[*]} " != *' nginx '* ]] || new_nginx=yes
    say "Installing ${missing[*]} …"
    apt_install "${missing[@]}" || { apt_get update && apt_install "${missing[@]}"; } || fail 'apt-get failed.'
    [[ -z $new_nginx ]] || systemctl --quiet disable --now nginx.service
    did "Installed ${missing[*]}"
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 "$@" 8>&-
}

apt_install() {
    apt_get install --no-install-recommends "$@"
}

# Only before the first start: later they are the product's own.
need_free_ports() {
    [[ ! -e $ENVIRONMENT ]] || return 0
    local port taken=()
    for port in 80 443 32200 32201; do
        [[ -z $(ss -Hltn "sport = :$port") ]] || taken+=("$port")
    done
    ((${#taken[@]} == 0)) || fail "Taken by another program: port ${taken[*]}. End that, for instance: systemctl disable --now nginx"
}

owner_and_directories() {
    if ! getent passwd "$USER_NAME" >/dev/null; then
        useradd --system --user-group --home-dir "$HOME_DIRECTORY" --no-create-home --shell /usr/sbin/nologin "$USER_NAME"
        did "Made the user $USER_NAME"
    fi
    install -d -m 0755 -o root -g root "$PROGRAMS"
    install -d -m 0750 -o root -g root "$CONFIGURATION"
    install -d -m 0750 -o "$USER_NAME" -g "$USER_NAME" "$HOME_DIRECTORY"
}

# setting NAME DEFAULT  of the environment file.
setting() {
    local value
    value=$(sed -n "s/^$1=//p" "$ENVIRONMENT" 2>/dev/null | tail -n 1)
    printf '%s\n' "${value:-$2}"
}

# Written once. Later releases leave it as it is, and write their explanations beside it. systemd reads it as root; the user of the
# manager cannot, because programs of tenants may run as that user too.
environment_file() {
    local listen=0.0.0.0
    [[ ! -e /proc/net/if_inet6 ]] || listen='0.0.0.0,[::]'
    install -m 0644 "$here/server/tenantmgr.env" "$ENVIRONMENT.example"
    [[ -e $ENVIRONMENT ]] && return
    (
        umask 077
        sed -e "s|@DATABASE_URL@|$database_url|; s|@LISTEN@|$listen|" "$here/server/tenantmgr.env" >"$ENVIRONMENT.new"
    )
    chmod 0640 "$ENVIRONMENT.new"
    mv -f "$ENVIRONMENT.new" "$ENVIRONMENT"
    did "Wrote $ENVIRONMENT"
}
